using FsCheck;
using FsCheck.Fluent;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Tests.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.Teasers;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Properties;

/// <summary>One thing that somebody asks for, some time after the last.</summary>
sealed record Step(ICommand Command, Actor Actor, int MinutesLater);

/// <summary>Draws what people ask for in the sample market: much of it allowed, much of it not.</summary>
static class Drawn
{
    static readonly Gen<RegistrationId> registrations = Gen.Choose(1, 4).Select(Reg);
    static readonly Gen<CampaignId> campaigns = Gen.Elements(Campaign, Campaign, Campaign, Private, Drafted, new CampaignId(Uuid(39)));
    static readonly Gen<MerchantId> merchants = Gen.Elements(Shop, OtherShop, new MerchantId(Uuid(3)));
    static readonly Gen<AccountId> accounts = Gen.Elements(Official, OtherOfficial, Marketing, Affiliate, ShopAffiliate, Spare, new AccountId(Uuid(29)));
    static readonly Gen<PersonalText> texts = Gen.Elements("one", "two").Select(Text);
    static readonly Gen<Actor> actors = Gen.Elements(Seller, Seller, Host, ShopHost, OtherSeller, Reviewer, Admin, Admin, Auditor);
    static readonly Gen<string> levels = Gen.Elements("S", "A", "A", "B", "Z");

    static readonly Gen<TimeRange> periods =
        from hours in Gen.Choose(-30, 24 * 31)
        from minutes in Gen.Elements(30, 60, 90, 120, 120, -5)
        let start = Sample.Period.Start + Duration.FromHours(hours)
        select new TimeRange(start, start + Duration.FromMinutes(minutes));

    static readonly Gen<RegistrationForm> forms =
        from level in levels
        from other in levels
        from period in periods
        from category in Gen.Elements("fashion", "health", "toys")
        from support in Gen.Elements<bool?>(null, null, true)
        from image in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>(TokenDigest)))
        select new RegistrationForm([level, other], period, category, image, null, support);

    static readonly Gen<OnBehalfOf?> behalf = Gen.OneOf(
        Gen.Constant<OnBehalfOf?>(null),
        Gen.Elements<OnBehalfOf?>(
            new(Party.Of(Shop), RegistrationChannel.SellerCenter, Official, Text("ops")),
            new(Party.Of(Creator), RegistrationChannel.LiveManager, Affiliate, null)));

    static readonly Gen<ICommand> submissions =
        from registration in registrations
        from campaign in campaigns
        from form in forms
        from account in Gen.OneOf(Gen.Constant<AccountId?>(null), accounts.Select(id => (AccountId?)id))
        from entry in Gen.Elements<RegistrationEntry?>(null, null, RegistrationEntry.TikTokAppLink, RegistrationEntry.LiveManager)
        from invitation in Gen.Elements(null, TokenDigest, NamedDigest)
        from original in Gen.OneOf(Gen.Constant<RegistrationId?>(null), registrations.Select(id => (RegistrationId?)id))
        from other in behalf
        select (ICommand)new SubmitRegistration(registration, campaign, form, account, entry, invitation, original, other);

    static readonly Gen<ICommand> reviews =
        from registration in registrations
        from text in texts
        from level in levels
        from period in periods
        from reason in Gen.Elements(null, Text("because"))
        from copy in registrations
        from command in Gen.Elements<ICommand>(
            new ApproveRegistration(registration), new RejectRegistration(registration, text), new RemoveRegistration(registration, text),
            new CancelRegistration(registration, text.Value == "one"), new AssessLevel(registration, level), new ContactMerchant(registration, text),
            new ModifyLivePeriod(registration, period, reason), new GroupProducts(registration, [Product(price: text.Value == "one" ? "1.50" : "free")]),
            new ExpireRegistration(registration), new DuplicateSeries(registration, [new(copy, period), new(copy == Reg(4) ? Reg(3) : Reg(4), Live(60))]))
        select command;

    static readonly Gen<ICommand> campaignWork =
        from campaign in campaigns
        from days in Gen.Choose(-2, 20)
        from merchant in merchants
        from command in Gen.Elements<ICommand>(
            new DraftCampaign(campaign, Terms), new ChangeCampaign(campaign, Terms with { Name = "Other" }), new PublishCampaign(campaign),
            new ExtendCampaign(campaign, null, Sample.Period.End + Duration.FromDays(days)), new EndCampaign(campaign, Text("over")),
            new IssueInvitation(campaign, new(Uuid(43)), NamedDigest, [merchant]), new RevokeInvitation(campaign, OpenInvitation))
        select command;

    static readonly Gen<ICommand> sellerWork =
        from merchant in merchants
        from account in accounts
        from type in Gen.Elements(AccountType.Official, AccountType.Marketing, AccountType.Affiliate)
        from command in Gen.Elements<ICommand>(
            new OnboardMerchant(merchant, Text("shop"), Zone), new LinkOfficialAccount(merchant, account), new UnlinkOfficialAccount(merchant, account),
            new RecordViolation(merchant, new(Uuid(71)), Text("spam")), new ResolveViolation(merchant, new(Uuid(71))),
            new AddTikTokAccount(account, type, Text("@h"), Text("uid"), null, Creator, merchant))
        select command;

    static readonly Gen<Step> imageWork =
        from hash in Gen.Elements(TokenDigest, NamedDigest)
        from step in Gen.Elements(
            new Step(PutImage.For(Party.Of(Shop), new(hash, "image/png", 400, 400, 1_000)), Seller, 0),
            new Step(new DeleteUnusedImage(PartyImage.IdOf(Party.Of(Shop), hash)), Clock, 0),
            new Step(new SubmitRegistration(Reg(1), Campaign, SellerForm with { WhiteBackgroundImage = hash, BrandLogo = TokenDigest }), Seller, 0))
        select step;

    static readonly Gen<Step> planWork =
        from plan in Gen.Elements(Plans.Id, Plans.Id, Plans.Other)
        from count in Gen.Elements(0, 1, 3)
        from step in Gen.Elements(
            new Step(Plans.Create with { Plan = plan, Products = Plans.Products(count) }, Seller, 0), new Step(Plans.Create, Seller, 0),
            new Step(new ChangeFeaturedProducts(plan, Plans.Products(count)), Seller, 0), new Step(new ChangeFeaturedProducts(Plans.Id, ["P2"]), Seller, 0), new Step(new ChangePromotionTools(plan, Plans.Products(count)), Seller, 0),
            new Step(new ChangeEventDetails(plan, Plans.Later, null, null), Seller, 0), new Step(new RescheduleLivePlan(plan, Plans.Other, Plans.Later, count), Seller, 0),
            new Step(new DeleteLivePlan(plan, count), Seller, 0), new Step(new StartLiveSession(Plans.Session, Official, plan), Seller, 0),
            new Step(new RecordTechnicalCheck(plan, Plans.Tried), Seller, 0), new Step(new EstimateSales(plan, [new("P1", count)]), Seller, 0),
            new Step(new WriteRunSheet(plan, Plans.RunSheet), Seller, 0), new Step(new WriteReferenceCard(plan, Plans.Card), Seller, 0), new Step(new CompleteLivePlan(plan), Clock, 0),
            new Step(new EndLiveSession(Plans.Session), Seller, 0))
        select step;

    static readonly Gen<Step> catalogueWork =
        from count in Gen.Elements(0, 1, 3)
        from step in Gen.Elements(
            new Step(Plans.See("P1", count), Seller, 0), new Step(Plans.See("P2", count * 40, status: count == 3 ? ProductStatus.TakenDown : ProductStatus.OnSale), Seller, 0),
            new Step(Plans.SeeTool(count == 0 ? PromotionToolStatus.Ended : PromotionToolStatus.Active), Seller, 0), new Step(Plans.Reference with { RushHours = [new(0, 60 * count)] }, Admin, 0), new Step(Plans.SeeTool(), Seller, 0), new Step(Plans.Import, Seller, 0), new Step(Plans.Reference, Admin, 0))
        select step;

    static readonly Gen<Step> subscriptionWork = Gen.Elements(
        new Step(LiveEvents.Subscriptions.Subscribe, Buyer, 0), new Step(LiveEvents.Subscriptions.Unsubscribe, Buyer, 0), new Step(LiveEvents.Subscriptions.Subscribe, Admin, 0),
        new Step(new LiveCommerce.Calendars.IssueCalendarLink(LiveCommerce.Calendars.ShopCalendar.IdOf(Shop), Shop, TokenDigest), Seller, 0), new Step(new LiveCommerce.Calendars.RevokeCalendarLink(LiveCommerce.Calendars.ShopCalendar.IdOf(Shop), Shop), Seller, 0),
        new Step(new LiveCommerce.LiveEvents.ResendNotification(new(Uuid(7)), LiveCommerce.LiveEvents.NotificationState.Dead, 0), Admin, 0));

    static readonly Gen<Step> sessionWork =
        from minute in Gen.Choose(-1, 40)
        from step in Gen.Elements(
            new Step(new StartLiveSession(LiveSessions.LiveSessionSample.Session, Official), Seller, 0),
            new Step(new EndLiveSession(LiveSessions.LiveSessionSample.Session), Seller, minute),
            new Step(LiveSessions.LiveSessionSample.Tell(LiveSessions.LiveSessionSample.Figures(minute % 2, minute)), Seller, 1),
            new Step(LiveSessions.LiveSessionSample.TellTotals(LiveSessions.LiveSessionSample.Total(amount: $"{minute}")), Seller, 1))
        select step;

    static readonly Gen<Step> teaserWork =
        from teaser in Gen.Elements(TeaserSample.Id, TeaserSample.Id, TeaserSample.Other)
        from plan in Gen.Elements(Plans.Id, Plans.Other)
        from rendition in Gen.Choose(1, 3)
        from cover in Gen.Choose(0, 8)
        from hours in Gen.Choose(0, 240)
        from step in Gen.Elements(
            new Step(TeaserSample.PutUpload, Seller, 0), new Step(TeaserSample.PutRecording, Seller, 0), new Step(new DeleteOldFootage(TeaserSample.Upload), Clock, 0),
            new Step(TeaserSample.MakeUploaded with { Teaser = teaser }, Seller, 0), new Step(TeaserSample.MakeUploaded, Seller, 0), new Step(TeaserSample.MakeHighlight with { Teaser = teaser, Plan = plan }, Seller, 0),
            new Step(new LinkTeaserToPlan(teaser, plan), Seller, 0), new Step(new UnlinkTeaser(teaser), Seller, 0), new Step(new PrepareTeaserAgain(teaser), Seller, 0),
            new Step(new DescribeTeaser(teaser, Text("one"), TeaserSample.Described.Preferences, cover), Seller, 0), new Step(new TickTeaserStory(teaser, [StoryPoint.LiveBillboard]), Seller, 0),
            new Step(new RecordTeaserPrepared(teaser, rendition, TeaserSample.Rendered), Clock, 0), new Step(new RecordTeaserPrepared(teaser, 1, TeaserSample.Rendered), Clock, 0), new Step(new RecordTeaserFailed(teaser, rendition, TeaserFailure.LimitReached), Clock, 0),
            new Step(new PostTeaser(teaser), Seller, 0), new Step(new EditTeaserCaptionAndCover(teaser, null, cover), Seller, 0),
            new Step(new RecordTeaserFigures(TeaserSample.Id, TeaserSample.Figures with { MeasuredAt = Now + Duration.FromHours(hours) }), Seller, 0), new Step(new RecordTeaserFigures(TeaserSample.Id, TeaserSample.Figures with { MeasuredAt = Now + Duration.FromHours(cover * rendition * 4) }), Seller, 0),
            new Step(new DeleteTeaser(teaser), Seller, 0),
            new Step(new TellPromotionalVideo(TeaserSample.Video1, plan, ["P1"], null), Seller, 0), new Step(new TellOutsideTeaser(TeaserSample.Video1, plan, true, null), Seller, 0))
        select step;

    /// <summary>A submission that every rule but the cap allows, by one of those who share the shop's cap.</summary>
    public static readonly Gen<Step> GoodSubmissions = GoodSubmission(Gen.Choose(1, 1_000_000).Select(Reg));

    // mostly whoever may ask such a thing, so that the days get somewhere
    static readonly Gen<Step> plausible =
        from step in Gen.Frequency(
            (2, GoodSubmission(registrations)),
            (4, reviews.Select(command => new Step(command, command is CancelRegistration or DuplicateSeries ? Seller : Reviewer, 0))),
            (1, campaignWork.Select(command => new Step(command, Admin, 0))),
            (2, sellerWork.Select(command => new Step(command, Admin, 0))),
            (4, planWork),
            (1, imageWork),
            (1, catalogueWork),
            (1, sessionWork),
            (1, teaserWork),
            (1, subscriptionWork))
        select step;

    static readonly Gen<Step> wild =
        from command in Gen.Frequency((5, submissions), (6, reviews), (1, campaignWork), (2, sellerWork))
        from actor in actors
        select new Step(command, actor, 0);

    static readonly Gen<Step[]> market = Later(Gen.OneOf(plausible, wild), Gen.Frequency((9, Gen.Choose(0, 600)), (1, Gen.Choose(0, 20_000)))).ArrayOf(60);

    // a teaser goes a long way until it is posted: days on which little else is done
    static readonly Gen<Step[]> studio =
        from steps in Later(Gen.Frequency((9, teaserWork), (1, planWork), (1, sessionWork)), Gen.Frequency((19, Gen.Choose(0, 300)), (1, Gen.Choose(0, 50_000)))).ArrayOf(60)
        select (Step[])[new(Plans.Create, Seller, 0), new(TeaserSample.PutUpload, Seller, 0), new(TeaserSample.MakeUploaded, Seller, 0), .. steps];

    /// <summary>Days on which plans are prepared: their teasers are posted, and their products and tools change.</summary>
    public static readonly Gen<Step[]> PlanDays =
        from steps in Later(Gen.Frequency((4, planWork), (3, catalogueWork), (6, teaserWork)), Gen.Frequency((3, Gen.Constant(0)), (6, Gen.Choose(1, 300)))).ArrayOf(80)
        select (Step[])[new(Plans.Create, Seller, 0), new(TeaserSample.PutUpload, Seller, 0), new(TeaserSample.MakeUploaded, Seller, 0), .. steps];

    /// <summary>What people ask for one after another.</summary>
    public static readonly Gen<Step[]> Days = Gen.Frequency((3, market), (1, studio));

    static Gen<Step> Later(Gen<Step> steps, Gen<int> waits) => steps.Zip(waits, (step, minutes) => step with { MinutesLater = minutes });

    static Gen<Step> GoodSubmission(Gen<RegistrationId> ids) =>
        from id in ids
        from good in Gen.Elements(
            new Step(new SubmitRegistration(id, Campaign, SellerForm), Seller, 0),
            new Step(new SubmitRegistration(id, Campaign, CreatorForm, ShopAffiliate), ShopHost, 0),
            new Step(new SubmitRegistration(id, Campaign, SellerForm, OnBehalfOf: new(Party.Of(Shop), RegistrationChannel.SellerCenter, Official, null)), Reviewer, 0))
        select good;
}
