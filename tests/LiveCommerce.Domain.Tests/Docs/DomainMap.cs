using System.Text;
using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.Teasers;
using LiveCommerce.Tests.Catalog;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Docs;

/// <summary>Command by state, found by asking the deciders.</summary>
static class DomainMap
{
    public sealed record Asked(string Name, ICommand Command, Actor Actor, Moment At);

    static readonly ViolationId spam = new(Uuid(71));

    public static readonly Asked[] Commands =
    [
        Ask(new OnboardMerchant(Shop, Text($"shop {Shop}"), Zone), Admin), Ask(new LinkOfficialAccount(Shop, Official), Admin),
        Ask(new UnlinkOfficialAccount(Shop, Official), Admin), Ask(new RecordViolation(Shop, spam, Text("spam")), Admin), Ask(new ResolveViolation(Shop, spam), Admin),
        Ask(new AddTikTokAccount(Official, AccountType.Official, Text($"@{Official}"), Text($"uid {Official}"), null, null, null), Admin),
        Ask(new DraftCampaign(Campaign, Terms), Admin), Ask(new ChangeCampaign(Campaign, Terms with { Name = "Summer" }), Admin), Ask(new PublishCampaign(Campaign), Admin),
        Ask(new ExtendCampaign(Campaign, null, On("2026-04-01T00:00:00Z")), Admin), Ask(new EndCampaign(Campaign, Text("sold out")), Admin),
        Ask(new IssueInvitation(Campaign, new(Uuid(49)), TokenDigest, []), Admin), Ask(new RevokeInvitation(Campaign, OpenInvitation), Admin),
        Ask(new SubmitRegistration(Reg(1), Campaign, SellerForm), Seller), Ask(new ApproveRegistration(Reg(1)), Reviewer), Ask(new RejectRegistration(Reg(1), Text("no")), Reviewer),
        Ask(new CancelRegistration(Reg(1), true), Seller), Ask(new RemoveRegistration(Reg(1), Text("no")), Reviewer), Ask(new AssessLevel(Reg(1), "B"), Reviewer),
        Ask(new ContactMerchant(Reg(1), Text("called")), Reviewer), Ask(new ModifyLivePeriod(Reg(1), Live(90)), Reviewer), Ask(new GroupProducts(Reg(1), [Product()]), Reviewer),
        Ask(new DuplicateSeries(Reg(1), [new(Reg(2), Live(60))]), Seller), Ask(new ExpireRegistration(Reg(1)), Clock),
        Ask(new ExpireRegistration(Reg(1)), Clock, Period.End), Ask(new ApproveRegistration(Reg(1)), Reviewer, Period.End), Ask(new CancelRegistration(Reg(1), true), Seller, Period.End),
        Ask(new RecordSuppressedRefusals(Uuid(7), Uuid(8), 3, Period.End), Clock),
        Ask(PutImage.For(Party.Of(Shop), new(TokenDigest, "image/png", 400, 400, 1_000)), Seller), Ask(new DeleteUnusedImage(PartyImage.IdOf(Party.Of(Shop), TokenDigest)), Clock),
        Ask(LivePlans.Plans.See("P1"), Seller), Ask(LivePlans.Plans.SeeTool(), Seller),
        Ask(LivePlans.Plans.Create, Seller), Ask(new ChangeFeaturedProducts(LivePlans.Plans.Id, ["P2"]), Seller), Ask(new ChangePromotionTools(LivePlans.Plans.Id, []), Seller),
        Ask(new ChangeEventDetails(LivePlans.Plans.Id, LivePlans.Plans.Later, null, null), Seller), Ask(new DeleteLivePlan(LivePlans.Plans.Id, 3), Seller),
        Ask(new RescheduleLivePlan(LivePlans.Plans.Id, LivePlans.Plans.Other, LivePlans.Plans.Later, 3), Seller), Ask(new RecordTechnicalCheck(LivePlans.Plans.Id, LivePlans.Plans.Tried), Seller),
        Ask(LivePlans.Plans.Import, Seller), Ask(LivePlans.Plans.Reference, Admin),
        Ask(new EstimateSales(LivePlans.Plans.Id, [new("P1", 40)]), Seller), Ask(new WriteRunSheet(LivePlans.Plans.Id, LivePlans.Plans.RunSheet), Seller),
        Ask(new WriteReferenceCard(LivePlans.Plans.Id, LivePlans.Plans.Card), Seller),
        Ask(new CompleteLivePlan(LivePlans.Plans.Id), Clock),
        new("CompleteLivePlan, after the scheduled end", new CompleteLivePlan(LivePlans.Plans.Id), Clock, LivePlans.Plans.End),
        new("DeleteUnusedImage, after 7 days", new DeleteUnusedImage(PartyImage.IdOf(Party.Of(Shop), TokenDigest)), Clock, Now + ImagePolicy.UnusedTerm),
        Ask(new StartLiveSession(LiveSessions.LiveSessionSample.Session, Official), Seller), new("StartLiveSession, for a plan", new StartLiveSession(LiveSessions.LiveSessionSample.Session, Official, LivePlans.Plans.Id), Seller, Now), Ask(new EndLiveSession(LiveSessions.LiveSessionSample.Session), Seller),
        Ask(LiveSessions.LiveSessionSample.Tell(LiveSessions.LiveSessionSample.Figures(0)), Seller), Ask(LiveSessions.LiveSessionSample.TellTotals(LiveSessions.LiveSessionSample.Total()), Seller),
        Ask(TeaserSample.MakeHighlight, Seller), Ask(TeaserSample.MakeUploaded, Seller), Ask(new PrepareTeaserAgain(TeaserSample.Id), Seller), Ask(new LinkTeaserToPlan(TeaserSample.Id, LivePlans.Plans.Id), Seller),
        Ask(new UnlinkTeaser(TeaserSample.Id), Seller), Ask(new DescribeTeaser(TeaserSample.Id, Text("Now"), TeaserSample.Described.Preferences, 1), Seller),
        Ask(new TickTeaserStory(TeaserSample.Id, [StoryPoint.ProductAtOnce]), Seller), Ask(new PostTeaser(TeaserSample.Id), Seller), Ask(new EditTeaserCaptionAndCover(TeaserSample.Id, null, 1), Seller),
        new("EditTeaserCaptionAndCover, on the 8th day", new EditTeaserCaptionAndCover(TeaserSample.Id, null, 1), Seller, Now + NodaTime.Duration.FromDays(7)), Ask(new RecordTeaserFigures(TeaserSample.Id, TeaserSample.Figures), Seller),
        Ask(new DeleteTeaser(TeaserSample.Id), Seller), Ask(new RecordTeaserPrepared(TeaserSample.Id, 1, TeaserSample.Rendered), Clock), Ask(new RecordTeaserFailed(TeaserSample.Id, 1, TeaserFailure.LimitReached), Clock),
        Ask(TeaserSample.PutUpload, Seller), Ask(new DeleteOldFootage(TeaserSample.Upload), Clock), new("DeleteOldFootage, after 30 days", new DeleteOldFootage(TeaserSample.Upload), Clock, Now + FootagePolicy.Term),
        Ask(new TellPromotionalVideo(TeaserSample.Video1, LivePlans.Plans.Id, ["P1"], null), Seller), Ask(new TellOutsideTeaser(TeaserSample.Video1, LivePlans.Plans.Id, true, null), Seller),
        Ask(LiveEvents.Subscriptions.Subscribe, Buyer), Ask(LiveEvents.Subscriptions.Unsubscribe, Buyer), Ask(new IssueCalendarLink(ShopCalendar.IdOf(Shop), Shop, NamedDigest), Seller), Ask(new RevokeCalendarLink(ShopCalendar.IdOf(Shop), Shop), Seller), Ask(new ResendNotification(new(Uuid(7)), NotificationState.Dead, 0), Admin),
        new("SubscribeToLiveEvent, after the scheduled end", LiveEvents.Subscriptions.Subscribe, Buyer, LivePlans.Plans.End),
    ];

    public static string Page()
    {
        var page = new StringBuilder("# Domain map\n\nGENERATED by running the deciders over sample states; write it anew with `LIVECOMMERCE_ACCEPT=1 ./test`.\n");
        page.Append("Each command is asked by one who may ask it; anybody else is refused with `sign-in.role-not-allowed`, and nothing is recorded. A dash means that the thing is not there for the caller.\n");
        foreach (var (title, kind) in new (string, StreamKind)[]
        {
            ("Merchant", Merchant.Kind), ("TikTok account", TikTokAccount.Kind), ("Livestream campaign", LivestreamCampaign.Kind), ("Registration (Seller Center)", Registration.Kind), ("Refusals of a stream on one day", RefusalLog.Stream), ("Image of a party", PartyImage.Kind), ("LIVE session", LiveSession.Kind), ("LIVE plan", LivePlan.Kind), ("Product of a catalogue", CatalogueProduct.Kind), ("Promotion tool of a shop", ShopPromotionTool.Kind), ("Catalogue of a shop", ShopCatalogue.Kind), ("Reference data of the market", MarketReferenceData.Kind),
            ("Footage of a shop", Footage.Kind), ("Teaser", Teaser.Kind), ("Video posted elsewhere", OutsideVideo.Kind),
            ("Subscription to a LIVE Event", LiveEventSubscription.Kind), ("Calendar of a shop", ShopCalendar.Kind), ("Notification that was given up", NotificationResends.Kind),
        }) Room(page, title, [.. States.All.Concat(States.Companions).Where(state => state.Kind == kind)]);
        return page.ToString();
    }

    static void Room(StringBuilder page, string title, States.Named[] states)
    {
        var rows = Commands.Where(asked => States.Decide(states[0], asked.Command, asked.Actor) is not null).ToArray();
        page.Append("\n## ").Append(title).Append("\n\n| Command | Who may ask | ").AppendJoin(" | ", states.Select(state => state.Name)).Append(" |\n|---|---|").Append(string.Concat(Enumerable.Repeat("---|", states.Length))).Append('\n');
        foreach (var asked in rows)
            page.Append("| ").Append(asked.Name).Append(" | ").AppendJoin(", ", LiveCommerceModel.Default.RolesOf(asked.Command.GetType())).Append(" | ").AppendJoin(" | ", states.Select(state => Cell(Decide(state, asked)))).Append(" |\n");
        page.Append("\n```mermaid\nstateDiagram-v2\n").AppendJoin("", Arrows(states, rows)).Append("```\n");
    }

    static IEnumerable<string> Arrows(States.Named[] states, Asked[] rows) => (
        from state in states
        from asked in rows
        let own = Decide(state, asked).Facts.Where(fact => fact.Stream.Kind == state.Kind && fact.Stream.Id == asked.Command.Target.Id).ToArray()
        where own.Length > 0
        let after = NameOf(own.Aggregate(state.State, (before, fact) => state.Kind.EvolveState(before, fact.Body)))
        select $"    {NameOf(state.State)} --> {after}: {own[^1].Body.GetType().Name}\n").Distinct();

    static string Cell(Decision decision) => decision.Outcome switch
    {
        Outcome.Recorded => string.Join(", ", decision.Facts.Select(fact => fact.Body.GetType().Name)),
        Outcome.AlreadySo => "already so",
        Outcome.Refused => string.Join(", ", decision.Facts.Select(fact => fact.Body.GetType().Name).Concat(decision.Refusals.Select(refusal => $"`{refusal.Code}`"))),
        Outcome.NotVisible => "-",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string NameOf(object state) => state is LivePlan.Completed over ? $"Completed_{over.Outcome}" : state is Registration.Expired expired ? $"Expired_{expired.Why.GetType().Name}" : state.GetType().Name;

    static Decision Decide(States.Named state, Asked asked) =>
        States.Decide(state, asked.Command, asked.Actor, asked.At) ?? throw new InvalidOperationException($"{asked.Name} is no command of {state.Name}.");

    static Asked Ask(ICommand command, Actor actor, Moment? at = null) => new(command.GetType().Name + (at is null ? "" : ", after the campaign's end"), command, actor, at ?? Now);
}
