using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using LiveCommerce.Tests.LiveSessions;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Teasers;

/// <summary>A recording of the sample session and an offline video, both put; teasers are cut of them for the sample plan.</summary>
static class TeaserSample
{
    public static readonly TeaserId Id = new(Uuid(801)), Other = new(Uuid(802));
    public static readonly OutsideVideoId Video1 = new(Uuid(810));
    public static readonly Moment Peak = LiveSessionSample.Start + Duration.FromMinutes(10);
    public static readonly VideoFacts Video = new(new('d', 64), "mp4", "h264", 1920, 1080, 30 * 60 * 1_000, 90_000_000), Short = Video with { ContentHash = new('e', 64), Milliseconds = 25_000 };
    public static readonly RecordedStretch Stretch = new(LiveSessionSample.Session, LiveSessionSample.Start);
    public static readonly PutFootage PutRecording = PutFootage.For(Shop, Video, Stretch), PutUpload = PutFootage.For(Shop, Short, null);
    public static readonly FootageId Recording = PutRecording.Footage, Upload = PutUpload.Footage;
    public static readonly LiveTimingSticker Sticker = new(Plans.Start, Zone);
    public static readonly TeaserCut Highlight = new(Recording, LiveSessionSample.Session, (10 * 60 * 1_000) - 20_000, 40_000), Whole = new(Upload, null, 0, 25_000);
    public static readonly TeaserDescription Described = new(Text("Tomorrow at eight"), new(TeaserAudience.Everyone, true, false), 0);
    public static readonly RenderedVideo Rendered = new(new('f', 64), 1080, 1920, 25_000, 4_000_000, false);
    public static readonly TeaserPreparationStarted Started = new(Id, Shop, Zone, Whole);
    public static readonly TeaserPosted Posted = new(Official, Now);
    public static readonly TeaserFigures Figures = new(Now, 1_000, 100, 40, 7, 15);
    public static readonly MakeHighlightTeaser MakeHighlight = new(Id, Recording, Peak, Plans.Id);
    public static readonly MakeUploadedTeaser MakeUploaded = new(Id, Upload, 0, null);

    public static FootagePut Put(PutFootage command) => new(command.Footage, command.Merchant, command.Video, command.Of, Now + FootagePolicy.Term);

    /// <summary>What is recorded with it of the shop's footage.</summary>
    public static NewFact Joined(PutFootage command) => ShopFootage.At(command.Merchant).Is(new FootageJoinedShop(command.Merchant, command.Footage));

    /// <summary>The market with a plan, a session and footage of it.</summary>
    public static Scenario InStudio(params IEnumerable<NewFact> then) => Scenario.InMarket(
    [
        Plans.Fact(Plans.Created), Plans.Fact(new LivePlanPublished()), .. LiveSessionSample.Over(LiveSessionSample.Started(), Now),
        Footage.At(Recording).Is(Put(PutRecording)), Footage.At(Upload).Is(Put(PutUpload)), .. then,
    ]);

    /// <summary>A teaser of the upload, with what followed.</summary>
    public static Scenario Begun(params IEvent[] then) => InStudio([Fact(Started), .. then.Select(fact => Fact(fact))]);

    /// <summary>A teaser that is ready, with what followed.</summary>
    public static Scenario Ready(params IEvent[] then) => Begun([new TeaserDescribed(Described), new TeaserPrepared(1, Rendered), .. then]);

    public static NewFact Fact(IEvent body) => Teaser.At(Id).Is(body);

    /// <summary>What links the sample teaser to a plan.</summary>
    public static NewFact[] Linked(LivePlanId? plan = null, LiveTimingSticker? sticker = null) =>
        [Fact(new TeaserLinkedToPlan(plan ?? Plans.Id, sticker ?? Sticker)), PlanTeasers.At(plan ?? Plans.Id).Is(new TeaserJoinedPlan(plan ?? Plans.Id, Id))];

    /// <summary>What unlinks it.</summary>
    public static NewFact[] Unlinked(UnlinkReason why) => [Fact(new TeaserUnlinked(Plans.Id, why)), PlanTeasers.At(Plans.Id).Is(new TeaserLeftPlan(Plans.Id, Id))];
}
