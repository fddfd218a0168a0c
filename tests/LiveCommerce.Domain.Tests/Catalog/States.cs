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
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Catalog;

/// <summary>Every state of every aggregate, reached by facts; for the tests of totality and the domain map.</summary>
static class States
{
    public sealed record Named(StreamKind Kind, string Name, object State);

    public static readonly Actor[] Actors = [Seller, Host, Reviewer, Admin, Auditor, Clock, Buyer];

    public static readonly LivestreamCampaign.Published Running = new(Campaign, Terms, [new(OpenInvitation, TokenDigest, [], false)], null);

    public static readonly Named[] All =
    [
        Reach(Merchant.Kind, "NotOnboarded"),
        Reach(Merchant.Kind, "Onboarded", [.. Onboarded(Shop).Select(fact => fact.Body)]),
        Reach(Merchant.Kind, "Onboarded, linked", [.. Onboarded(Shop).Select(fact => fact.Body), new OfficialAccountLinked(Shop, Official)]),
        Reach(Merchant.Kind, "Onboarded, violation open", [.. Onboarded(Shop).Select(fact => fact.Body), new ViolationRecorded(new(Uuid(71)), Text("spam"))]),
        Reach(TikTokAccount.Kind, "NotAdded"),
        Reach(TikTokAccount.Kind, "Added", [.. Added(Official, AccountType.Official).Select(fact => fact.Body)]),
        Reach(LivestreamCampaign.Kind, "NotDrafted"),
        Reach(LivestreamCampaign.Kind, "Draft", new CampaignDrafted(Campaign, Terms)),
        Reach(LivestreamCampaign.Kind, "Published", new CampaignDrafted(Campaign, Terms), new CampaignPublished()),
        Reach(LivestreamCampaign.Kind, "Published, ended early", new CampaignDrafted(Campaign, Terms), new CampaignPublished(), new CampaignEnded(Now, Text("sold out"))),
        Reach(LivestreamCampaign.Kind, "Published, private, invited", PrivatelyDrafted, new CampaignPublished(), new InvitationIssued(OpenInvitation, TokenDigest, [])),
        Reach(Registration.Kind, "NotSubmitted"),
        Reach(Registration.Kind, "UnderReview", Submission()),
        Reach(Registration.Kind, "UnderReview, contacted", Submission(), new MerchantContacted(Text("called"))),
        Reach(Registration.Kind, "Approved", Submission(), new RegistrationApproved()),
        Reach(Registration.Kind, "Approved, contacted", Submission(), new RegistrationApproved(), new MerchantContacted(Text("called"))),
        Reach(Registration.Kind, "Rejected", Submission(), new RegistrationRejected(Text("no"))),
        Reach(Registration.Kind, "Expired (cancelled)", Submission(), new RegistrationCancelled(RegistrationChannel.SellerCenter)),
        Reach(Registration.Kind, "Expired (removed)", Submission(), new RegistrationRemovedByPlatform(Text("no"))),
        Reach(Registration.Kind, "Expired (campaign ended)", Submission(), new RegistrationExpiredAtCampaignEnd(RegistrationStatus.Approved)),
        Reach(CampaignQuota.Kind, "CampaignQuota"),
        Reach(PartyImage.Kind, "NotPut"),
        Reach(PartyImage.Kind, "Unused", Put.Body),
        Reach(PartyImage.Kind, "Used", Put.Body, new ImageUsed(Reg(1))),
        Reach(PartyImage.Kind, "Deleted", Put.Body, new ImageDeleted()),
        Reach(LivePlan.Kind, "NotCreated"),
        Reach(LivePlan.Kind, "Active", Planned, new LivePlanPublished()),
        Reach(LivePlan.Kind, "Active, LIVE", Planned, new LivePlanPublished(), new LivePlanWentLive(new(Uuid(700)), Now)),
        Reach(LivePlan.Kind, "Completed (held)", Planned, new LivePlanPublished(), new LivePlanWentLive(new(Uuid(700)), Now), new LivePlanCompleted(PlanOutcome.Held, Now)),
        Reach(LivePlan.Kind, "Completed (missed)", Planned, new LivePlanPublished(), new LivePlanCompleted(PlanOutcome.Missed, Now)),
        Reach(LivePlan.Kind, "Deleted", Planned, new LivePlanPublished(), new LivePlanDeleted(3, null)),
        Reach(LivePlan.Kind, "Deleted (rescheduled)", Planned, new LivePlanPublished(), new LivePlanDeleted(3, LivePlans.Plans.Other)),
        Reach(LiveSession.Kind, "NotStarted"),
        Reach(LiveSession.Kind, "OnAir", OnAir),
        Reach(LiveSession.Kind, "Ended", OnAir, new LiveSessionEnded(Now)),
        Reach(Teaser.Kind, "NotStarted"),
        Reach(Teaser.Kind, "Preparing", TeaserSample.Started),
        Reach(Teaser.Kind, "Failed", TeaserSample.Started, new TeaserPreparationFailed(1, TeaserFailure.NotDecodable)),
        Reach(Teaser.Kind, "Ready", TeaserSample.Started, new TeaserPrepared(1, TeaserSample.Rendered)),
        Reach(Teaser.Kind, "Ready, described, linked", TeaserSample.Started, new TeaserDescribed(TeaserSample.Described), TeaserSample.Linked()[0].Body, new TeaserPrepared(2, TeaserSample.Rendered with { HasSticker = true })),
        Reach(Teaser.Kind, "Posted", TeaserSample.Started, new TeaserDescribed(TeaserSample.Described), new TeaserPrepared(1, TeaserSample.Rendered), TeaserSample.Posted),
        Reach(Teaser.Kind, "Posted, edited", TeaserSample.Started, new TeaserDescribed(TeaserSample.Described), new TeaserPrepared(1, TeaserSample.Rendered), TeaserSample.Posted, new TeaserPresentationEdited(null, 3, Now)),
        Reach(Teaser.Kind, "Deleted", TeaserSample.Started, new TeaserDeleted()),
        Reach(Footage.Kind, "NotPut"),
        Reach(Footage.Kind, "Present", TeaserSample.Put(TeaserSample.PutUpload)),
        Reach(Footage.Kind, "Deleted", TeaserSample.Put(TeaserSample.PutUpload), new FootageDeleted()),
        Reach(OutsideVideo.Kind, "NotTold"),
        Reach(OutsideVideo.Kind, "Promotional", new PromotionalVideoPosted(TeaserSample.Video1, Shop, LivePlans.Plans.Id, ["P1"], Now)),
        Reach(OutsideVideo.Kind, "OutsideTeaser", new OutsideTeaserPosted(TeaserSample.Video1, Shop, LivePlans.Plans.Id, true, Now)),
        Reach(ShopCalendar.Kind, "NotShared"),
        Reach(ShopCalendar.Kind, "Shared", new CalendarLinkIssued(Shop, TokenDigest)),
        Reach(ShopCalendar.Kind, "Revoked", new CalendarLinkIssued(Shop, TokenDigest), new CalendarLinkRevoked()),
        Reach(LiveEventSubscription.Kind, "NotSubscribed"),
        Reach(LiveEventSubscription.Kind, "Subscribed", LiveEvents.Subscriptions.Recorded),
        Reach(LiveEventSubscription.Kind, "Unsubscribed", LiveEvents.Subscriptions.Recorded, new LiveEventUnsubscribed()),
        Reach(LiveFigures.Kind, "Told", LiveSessions.LiveSessionSample.Told(LiveSessions.LiveSessionSample.Figures(0)).Body),
        Reach(CatalogueProduct.Kind, "NotObserved"), Reach(CatalogueProduct.Kind, "Observed", LivePlans.Plans.Saw("P1").Body),
        Reach(ShopPromotionTool.Kind, "NotObserved"), Reach(ShopPromotionTool.Kind, "Observed", LivePlans.Plans.SawTool().Body),
        Reach(ShopCatalogue.Kind, "NotImported"), Reach(ShopCatalogue.Kind, "Imported", new CatalogueImported(Shop, CatalogueList.Products, TokenDigest, 2, 1, 0)),
        Reach(MarketReferenceData.Kind, "NotLoaded"), Reach(MarketReferenceData.Kind, "Loaded", new MarketReferenceLoaded(LivePlans.Plans.Reference.RushHours, LivePlans.Plans.Reference.Competitors)),
    ];

    /// <summary>Streams beside an aggregate's: nobody asks for them by an id of their own.</summary>
    public static readonly Named[] Companions = [Reach(RefusalLog.Stream, "Open"), Reach(RefusalLog.Stream, "Closed", new RefusalsSuppressed(Uuid(7), 3)), Reach(NotificationResends.Kind, "NotificationResends"),
        Reach(MarketplaceListing.Kind, "NotListed"), Reach(MarketplaceListing.Kind, "Listed", LivePlans.Plans.Listed("P1").Body),
        Reach(ShopFootage.Kind, "None"), Reach(ShopFootage.Kind, "Kept", TeaserSample.Joined(TeaserSample.PutUpload).Body),
        Reach(PlanTeasers.Kind, "None"), Reach(PlanTeasers.Kind, "Linked", TeaserSample.Linked()[1].Body)];

    public static IEnumerable<object> Of(StreamKind kind) => All.Concat(Companions).Where(state => state.Kind == kind).Select(state => state.State);

    /// <summary>Decides a command on a state of its aggregate; null where the state is another aggregate's.</summary>
    public static Decision? Decide(Named state, ICommand command, Actor actor, Moment? now = null) => (state.State, command) switch
    {
        (Merchant merchant, IMerchantCommand it) => MerchantDecider.Decide(merchant, it, new(now ?? Now, actor, Account)),
        (TikTokAccount account, ITikTokAccountCommand it) => TikTokAccountDecider.Decide(account, it, new(now ?? Now, actor, Shopkeeper)),
        (LivestreamCampaign campaign, ICampaignCommand it) => CampaignDecider.Decide(campaign, it, new(now ?? Now, actor)),
        (Registration registration, IRegistrationCommand it) => RegistrationDecider.Decide(registration, it, new(now ?? Now, actor, Running) { Merchant = Bound, Account = Tied, Quota = new(1) }),
        (RefusalLog log, RecordSuppressedRefusals it) => RecordSuppressedRefusals.Decide(log, it),
        (PartyImage image, IImageCommand it) => ImageDecider.Decide(image, it, new(now ?? Now, actor)),
        (CatalogueProduct product, ObserveProduct it) => ObservationDecider.Decide(product, it, new(now ?? Now, actor), new MarketplaceListing.NotListed()),
        (ShopPromotionTool tool, ObservePromotionTool it) => ObservationDecider.Decide(tool, it, new(now ?? Now, actor)),
        (ShopCatalogue catalogue, RecordCatalogueImport it) => ObservationDecider.Decide(catalogue, it),
        (MarketReferenceData reference, IMarketReferenceCommand it) => MarketReferenceDecider.Decide(reference, it),
        (LivePlan plan, ILivePlanCommand it) => LivePlanDecider.Decide(plan, it, new(now ?? Now, actor) { Merchant = Bound, NewPlan = new LivePlan.NotCreated() }),
        (LiveSession session, ILiveSessionCommand it) => LiveSessionDecider.Decide(session, it, new(now ?? Now, actor, Tied, Plan: it is StartLiveSession { Plan: not null } ? LivePlan.Kind.Fold([Planned, new LivePlanPublished()]) : null)),
        (Footage footage, IFootageCommand it) => FootageDecider.Decide(footage, it, new(now ?? Now, actor, Session)),
        (Teaser teaser, ITeaserCommand it) => TeaserDecider.Decide(teaser, it, new(now ?? Now, actor)
        {
            Footage = Footage.Kind.Fold([TeaserSample.Put(it is MakeHighlightTeaser ? TeaserSample.PutRecording : TeaserSample.PutUpload)]), Merchant = Bound,
            Plan = LivePlan.Kind.Fold([Planned]), OfPlan = new([]),
        }),
        (OutsideVideo video, IOutsideVideoCommand it) => OutsideVideoDecider.Decide(video, it, new(now ?? Now, actor, LivePlan.Kind.Fold([Planned]))),
        (ShopCalendar calendar, IShopCalendarCommand it) => ShopCalendarDecider.Decide(calendar, it, new(now ?? Now, actor)),
        (NotificationResends resends, ResendNotification it) => NotificationResends.Decide(resends, it, new(now ?? Now, actor)),
        (LiveEventSubscription subscription, ISubscriptionCommand it) => SubscriptionDecider.Decide(subscription, it, new(now ?? Now, actor, Published)),
        _ => null,
    };

    static LiveSession Session => LiveSession.Kind.Fold([OnAir]);

    static LivePlan Published => LivePlan.Kind.Fold([Planned, new LivePlanPublished()]);

    static LiveSessionStarted OnAir => LiveSessions.LiveSessionSample.Started();

    static LivePlanCreated Planned => LivePlans.Plans.Created;

    static NewFact Put => ImagePut(Party.Of(Shop), TokenDigest);

    static CampaignDrafted PrivatelyDrafted => new(Campaign, Terms with { Visibility = CampaignVisibility.Private });

    static TikTokAccount Account => TikTokAccount.Kind.Fold(Added(Official, AccountType.Official).Select(fact => fact.Body));

    static TikTokAccount Tied => TikTokAccount.Evolve(Account, new AccountTiedToMerchant(Official, Shop));

    static Merchant Shopkeeper => Merchant.Kind.Fold(Onboarded(Shop).Select(fact => fact.Body));

    static Merchant Bound => Merchant.Evolve(Shopkeeper, new OfficialAccountLinked(Shop, Official));

    static Named Reach<TState>(StreamKind<TState> kind, string name, params IEvent[] facts) where TState : class => new(kind, name, kind.Fold(facts));
}
