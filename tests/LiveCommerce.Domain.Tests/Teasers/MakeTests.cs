using System.Reflection;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using LiveCommerce.Tests.LiveSessions;
using NodaTime;
using static LiveCommerce.Tests.Sample;
using static LiveCommerce.Tests.Teasers.TeaserSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class MakeTests
{
    static readonly NewFact used = Footage.At(Upload).Is(new FootageUsed(Id, Now + FootagePolicy.Term));

    [Fact, Rule("TSR-01"), Rule("TSR-03")]
    public void A_teaser_is_cut_of_a_peak_for_an_upcoming_plan_or_of_an_uploaded_video()
    {
        InStudio().When(MakeHighlight, Seller).Then([Fact(new TeaserPreparationStarted(Id, Shop, Zone, Highlight)), Footage.At(Recording).Is(new FootageUsed(Id, Now + FootagePolicy.Term)), .. Linked()]);
        InStudio().When(MakeUploaded, Seller).Then(Fact(Started), used);
        InStudio().When(MakeUploaded with { Plan = Plans.Id }, Admin).Then([Fact(Started), used, .. Linked()]);
        InStudio().When(MakeUploaded, OtherSeller).ThenNotVisible();
        Begun().When(MakeUploaded, Seller).ThenAlreadySo();
        Begun().When(MakeUploaded with { FromMilliseconds = 1_000 }, Seller).ThenRefused("teaser.already-started");
    }

    [Fact, Rule("TSR-04")]
    public void A_highlight_names_the_upcoming_plan_that_it_announces()
    {
        Nullable.GetUnderlyingType(typeof(MakeHighlightTeaser).GetProperty(nameof(MakeHighlightTeaser.Plan))?.PropertyType ?? typeof(int?)).ShouldBeNull();
        InStudio().When(MakeHighlight with { Plan = Plans.Other }, Seller).ThenNotVisible();
        InStudio().When(MakeHighlight, Seller, Plans.Start).ThenRefused("teaser.plan-not-upcoming").WithDetails(("starts_at", $"{Plans.Start}"));
        InStudio(Plans.Fact(new LivePlanDeleted(0, null))).When(MakeHighlight, Seller).ThenRefused("teaser.plan-not-upcoming");
        InStudio(Plans.Fact(new LivePlanWentLive(Plans.Session, Now))).When(MakeHighlight, Seller).ThenRefused("teaser.plan-not-upcoming");
    }

    [Fact, Rule("TSR-01")]
    public void A_highlight_is_shown_by_a_recording_of_its_session()
    {
        InStudio().When(MakeHighlight with { Footage = Upload }, Seller).ThenRefused("teaser.footage.of-no-session");
        InStudio().When(MakeHighlight with { Peak = LiveSessionSample.Start + Duration.FromMinutes(30) }, Seller).ThenRefused("teaser.peak.outside-footage");
        InStudio().When(MakeHighlight with { Peak = LiveSessionSample.Start + Duration.FromSeconds(-1) }, Seller).ThenRefused("teaser.peak.outside-footage");
        InStudio().When(MakeHighlight with { Footage = new(Uuid(7)) }, Seller).ThenNotVisible();
    }

    [Theory, Rule("TSR-12")]
    [InlineData(0, 0, 40_000)]
    [InlineData(19, 0, 40_000)]
    [InlineData(21, 1_000, 40_000)]
    [InlineData(1_799, 1_760_000, 40_000)]
    public void Forty_seconds_are_cut_around_the_peak_as_far_as_the_recording_goes(int peakSecond, int from, int length) =>
        InStudio().When(MakeHighlight with { Peak = LiveSessionSample.Start + Duration.FromSeconds(peakSecond) }, Seller).Recorded[0].Body.ShouldBe(new TeaserPreparationStarted(Id, Shop, Zone, Highlight with { FromMilliseconds = from, Milliseconds = length }));

    [Fact, Rule("TSR-12")]
    public void Of_an_upload_at_most_forty_seconds_are_cut_and_at_least_three()
    {
        InStudio().When(MakeUploaded with { FromMilliseconds = 22_000 }, Seller).Recorded[0].Body.ShouldBe(Started with { Cut = Whole with { FromMilliseconds = 22_000, Milliseconds = 3_000 } });
        InStudio().When(MakeUploaded with { Footage = Recording, FromMilliseconds = 5_000 }, Seller).Recorded[0].Body.ShouldBe(Started with { Cut = new(Recording, null, 5_000, 40_000) });
        InStudio().When(MakeUploaded with { FromMilliseconds = 22_001 }, Seller).ThenRefused("teaser.cut.too-short");
        InStudio().When(MakeUploaded with { FromMilliseconds = -1 }, Seller).ThenRefused("teaser.cut.too-short");
        InStudio().When(MakeUploaded with { FromMilliseconds = int.MaxValue }, Seller).ThenRefused("teaser.cut.too-short");
    }

    [Fact, Rule("TSR-11"), Rule("C7"), Rule("C8")]
    public void Nothing_of_a_teaser_has_room_for_a_product()
    {
        var parts = new Queue<Type>([typeof(Teaser.Posted), typeof(TeaserRecord), .. typeof(ITeaserCommand).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ITeaserCommand)) && type is { IsInterface: false })]);
        var seen = new HashSet<Type>();
        while (parts.TryDequeue(out var type))
            if (seen.Add(type))
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    property.Name.ShouldNotContain("Product", Case.Insensitive, $"{type.Name}.{property.Name}");
                    foreach (var part in property.PropertyType.GenericTypeArguments.Append(property.PropertyType).Where(part => part.Namespace == typeof(Teaser).Namespace && !part.IsEnum)) parts.Enqueue(part);
                }
        seen.ShouldContain(typeof(TeaserDescription));
    }

    [Fact, Rule("TSR-03"), Rule("TSR-05")]
    public void The_host_records_what_it_prepared_unless_something_else_was_settled_meanwhile()
    {
        Begun().When(new RecordTeaserPrepared(Id, 1, Rendered), Clock).Then(Fact(new TeaserPrepared(1, Rendered)));
        Begun().When(new RecordTeaserPrepared(Id, 2, Rendered), Clock).ThenAlreadySo();
        Begun(Linked()[0].Body).When(new RecordTeaserPrepared(Id, 1, Rendered), Clock).ThenAlreadySo();
        Begun(Linked()[0].Body).When(new RecordTeaserPrepared(Id, 2, Rendered), Clock).Then(Fact(new TeaserPrepared(2, Rendered)));
        Begun(new TeaserDeleted()).When(new RecordTeaserPrepared(Id, 1, Rendered), Clock).ThenAlreadySo();
    }

    [Fact, Rule("TSR-03")]
    public void What_could_not_be_prepared_is_asked_for_again()
    {
        Begun().When(new RecordTeaserFailed(Id, 1, TeaserFailure.NotDecodable), Clock).Then(Fact(new TeaserPreparationFailed(1, TeaserFailure.NotDecodable)));
        Begun(new TeaserPreparationFailed(1, TeaserFailure.LimitReached)).When(new PrepareTeaserAgain(Id), Seller).Then(Fact(new TeaserPreparationRepeated()));
        Begun(new TeaserPreparationFailed(1, TeaserFailure.LimitReached)).When(new RecordTeaserFailed(Id, 1, TeaserFailure.LimitReached), Clock).ThenAlreadySo();
        Begun(new TeaserPreparationFailed(1, TeaserFailure.LimitReached), new TeaserPreparationRepeated()).When(new RecordTeaserPrepared(Id, 2, Rendered), Clock).Then(Fact(new TeaserPrepared(2, Rendered)));
        Begun().When(new PrepareTeaserAgain(Id), Seller).ThenAlreadySo();
    }
}
