using LiveCommerce.Kernel;
using LiveCommerce.Teasers;
using NodaTime;
using static LiveCommerce.Tests.Sample;
using static LiveCommerce.Tests.Teasers.TeaserSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class PerformanceTests
{
    static readonly TeaserFigures noon = Figures with { MeasuredAt = Hours(60) };

    [Fact, Rule("TSR-19"), Rule("TSR-20")]
    public void Figures_are_told_of_what_was_posted_until_they_are_final()
    {
        Ready(Posted).When(new RecordTeaserFigures(Id, noon), Seller, Hours(60)).Then(Fact(new TeaserMetricsRecorded(noon))).WithDetails(("freshness", "Hourly"));
        Ready(Posted, new TeaserMetricsRecorded(noon)).When(new RecordTeaserFigures(Id, noon), Seller, Hours(60)).ThenAlreadySo();
        Ready(Posted, new TeaserMetricsRecorded(noon)).When(new RecordTeaserFigures(Id, noon with { Views = 5 }), Seller, Hours(60)).ThenRefused("teaser.figures.older");
        Ready(Posted).When(new RecordTeaserFigures(Id, noon), Seller, Hours(59)).ThenRefused("teaser.figures.moment");
        Ready(Posted).When(new RecordTeaserFigures(Id, noon with { MeasuredAt = Hours(-1) }), Seller, Hours(1)).ThenRefused("teaser.figures.moment");
        Ready(Posted).When(new RecordTeaserFigures(Id, noon with { MeasuredAt = Hours(167) }), Seller, Hours(400)).Then(Fact(new TeaserMetricsRecorded(noon with { MeasuredAt = Hours(167) })));
        Ready(Posted).When(new RecordTeaserFigures(Id, noon with { MeasuredAt = Hours(168) }), Seller, Hours(400)).ThenRefused("teaser.figures.final");
        Ready(Posted).When(new RecordTeaserFigures(Id, noon with { Views = -1, Viewers = -1 }), Seller, Hours(60)).ThenRefused("teaser.figures.negative", "teaser.figures.negative").OnFields("figures.views", "figures.viewers");
        Ready().When(new RecordTeaserFigures(Id, noon), Seller, Hours(60)).ThenRefused("teaser.not-posted");
    }

    [Theory, Rule("TSR-21"), Rule("C43")]
    [InlineData(0, TeaserFreshness.Pending)]
    [InlineData(47, TeaserFreshness.Pending)]
    [InlineData(48, TeaserFreshness.Hourly)]
    [InlineData(167, TeaserFreshness.Hourly)]
    [InlineData(168, TeaserFreshness.Final)]
    public void Views_are_pending_then_hourly_then_final(int hours, TeaserFreshness freshness) => TeaserFreshnesses.At(Now, Hours(hours)).ShouldBe(freshness);

    [Fact, Rule("TSR-17"), Rule("C12")]
    public void The_enter_room_rate_is_who_entered_of_who_saw_it_and_says_how_that_was_counted()
    {
        EnterRoomRate.Of(Figures).ShouldBe(new(15, 100, ExposureBasis.Viewers));
        EnterRoomRate.Of(Figures).Rate.ShouldBe("0.15");
        EnterRoomRate.Of(Figures with { Viewers = null }).ShouldBe(new(15, 1_000, ExposureBasis.Views));
        EnterRoomRate.Of(Figures with { Viewers = 0 }).Rate.ShouldBeNull();
        EnterRoomRate.Of([Figures, Figures with { Viewers = 300, RoomEntries = 5 }]).Rate.ShouldBe("0.05");
        EnterRoomRate.Of([Figures, Figures with { Viewers = null }]).ShouldBe(new(30, 2_000, ExposureBasis.Views));
    }

    [Fact, Rule("TSR-19"), Rule("TSR-20")]
    public void The_performance_is_that_of_what_was_posted_in_the_last_seven_days()
    {
        PostedTeaser One(int number, TeaserSource source, int hours, TeaserFigures? figures) => new(new(Uuid(number)), source, Hours(hours), figures);
        var told = TeaserPerformance.Of(
        [
            One(1, TeaserSource.LiveHighlight, -168, noon), One(2, TeaserSource.LiveHighlight, -167, noon with { MeasuredAt = Hours(-2) }),
            One(3, TeaserSource.UploadedVideo, -60, Figures with { MeasuredAt = Hours(-1) }), One(4, TeaserSource.UploadedVideo, 0, null), One(5, TeaserSource.UploadedVideo, 1, noon),
        ], Now);
        (told.HighlightsPosted, told.UploadsPosted, told.Views, told.NewViewers, told.NewFollowers).ShouldBe((1, 2, 2_000L, 80L, 14L));
        (told.Freshness, told.DataAsOf, told.EnterRoomRate?.Rate).ShouldBe((TeaserFreshness.Pending, Hours(-2), "0.15"));
        told.Teasers.Select(one => (one.Teaser.Teaser.Value, one.Freshness)).ShouldBe([(Uuid(4), TeaserFreshness.Pending), (Uuid(3), TeaserFreshness.Hourly), (Uuid(2), TeaserFreshness.Hourly)]);
        var none = TeaserPerformance.Of([], Now);
        (none.HighlightsPosted, none.Views, none.EnterRoomRate, none.Freshness, none.DataAsOf).ShouldBe((0, null, null, null, null));
    }

    static Moment Hours(int hours) => Now + Duration.FromHours(hours);
}
