using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Performance.RecapSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Performance;

public sealed class SessionFiguresTests
{
    static readonly Moment first = Start + Duration.FromMinutes(2), later = Start + Duration.FromDays(1);

    static readonly Fact[] told =
    [
        .. Begun(Started()),
        Fact(Session, FigureSource.LiveFeed, 1, first, Figures(0, 1), Figures(1, 2)),
        Restated(Session, FigureSource.LiveFeed, 2, later, Figures(1, 3)),
    ];

    [Fact, Rule("BEY-27")]
    public void The_last_word_on_a_minute_holds_and_the_earlier_ones_stay_readable()
    {
        Views(told).ShouldBe([1, 3]);
        Fold(told).Minutes[1].ToldAt.ShouldBe(later);
        SessionFigures.HistoryOf(told, 1).ShouldBe([new(FigureSource.LiveFeed, first, false, Figures(1, 2)), new(FigureSource.LiveFeed, later, true, Figures(1, 3))]);
        Views([.. told.Where(fact => fact.EffectiveAt < later)]).ShouldBe([1, 2]);
    }

    [Fact]
    public void Where_two_sources_tell_a_minute_one_counts()
    {
        var both = told.Append(Fact(Session, FigureSource.ShopAnalytics, 1, first, Figures(1, 50), Figures(2, 60))).ToArray();
        Views(both).ShouldBe([1, 50, 60]);
        SessionFigures.HistoryOf(both, 1).Count.ShouldBe(3);
    }

    [Fact]
    public void What_was_told_after_an_end_that_came_later_is_left_out() =>
        Views([.. told, new(Session.Value, 2, later, new LiveSessionEnded(Start + Duration.FromMinutes(1)))]).ShouldBe([1]);

    [Fact]
    public void Figures_without_a_session_are_none() => SessionFigures.Of(told.Skip(1)).ShouldBeNull();

    [Fact, Rule("AN-01")]
    public void The_nine_core_figures_follow_from_the_minutes()
    {
        var metrics = SessionMetrics.Of(Fold([.. Begun(Started()), Fact(Session, FigureSource.LiveFeed, 1, first, Figures(0) with { Viewers = 30, Entries = 40 }, Figures(1) with { Viewers = 15, Entries = 10 })]));
        new[] { metrics.PeakConcurrentViewers, metrics.AverageConcurrentViewers, metrics.TotalUniqueViewers, metrics.TotalWatchMinutes, metrics.AverageWatchMinutes, metrics.NewFollowers, metrics.ProductsClicked, metrics.UnitsSold }
            .Select(figure => figure.Value).ShouldBe(["30", "22.5", "50", "45", "0.9", "2", "12", "6"]);
        new[] { metrics.PeakConcurrentViewers, metrics.TotalUniqueViewers, metrics.AverageWatchMinutes, metrics.UnitsSold, metrics.ConversionRate }.ShouldAllBe(figure => figure.DataAsOf == first);
        metrics.Gmv.ShouldBe([new(new("50.00", "MYR"), first)]);
        metrics.Freshness.ShouldBe(Freshness.Growing);
    }

    [Theory, Rule("AN-02")]
    [InlineData(4, "0.04", ConversionStanding.Below)]
    [InlineData(5, "0.05", ConversionStanding.Within)]
    [InlineData(15, "0.15", ConversionStanding.Within)]
    [InlineData(16, "0.16", ConversionStanding.Above)]
    public void Conversion_is_orders_for_each_unique_viewer(int orders, string rate, ConversionStanding standing)
    {
        var metrics = SessionMetrics.Of(With(Started(), Figures(0) with { Orders = orders, Entries = 60 }, Figures(1) with { Orders = 0, Entries = 40 }));
        (metrics.ConversionRate.Value, metrics.Conversion).ShouldBe((rate, standing));
    }

    [Fact, Rule("AN-01"), Rule("AN-02")]
    public void What_no_source_tells_is_null_and_never_0()
    {
        var nobody = SessionMetrics.Of(With(Started(), Figures(0) with { Entries = 0 }));
        (nobody.TotalUniqueViewers.Value, nobody.AverageWatchMinutes.Value, nobody.ConversionRate.Value, nobody.Conversion).ShouldBe(("0", null, null, null));
        var untold = SessionMetrics.Of(With(Started(), Figures(0), Figures(1) with { Entries = null }));
        (untold.TotalUniqueViewers.Value, untold.AverageWatchMinutes.Value, untold.ConversionRate.Value, untold.PeakConcurrentViewers.Value).ShouldBe((null, null, null, "8"));
        var silent = SessionMetrics.Of(Fold(Begun(Started())));
        (silent.PeakConcurrentViewers, silent.AverageConcurrentViewers, silent.UnitsSold, silent.TotalWatchMinutes, silent.Conversion).ShouldBe((new(null, null), new(null, null), new(null, null), new(null, null), null));
    }

    static IEnumerable<int> Views(Fact[] facts) => Fold(facts).Minutes.Select(minute => minute.Figures.Views);
}
