using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>A small market: two shops, three creators, a public and a private campaign.</summary>
static class Sample
{
    public static readonly MerchantId Shop = new(Uuid(1)), OtherShop = new(Uuid(2));
    public static readonly CreatorId Creator = new(Uuid(11)), ShopCreator = new(Uuid(12)), OtherCreator = new(Uuid(13));
    public static readonly AccountId
        Official = new(Uuid(21)), OtherOfficial = new(Uuid(22)), Marketing = new(Uuid(23)), Affiliate = new(Uuid(24)), ShopAffiliate = new(Uuid(25)), Spare = new(Uuid(26));
    public static readonly CampaignId Campaign = new(Uuid(31)), Private = new(Uuid(32)), Drafted = new(Uuid(33));
    public static readonly InvitationId OpenInvitation = new(Uuid(41)), NamedInvitation = new(Uuid(42));
    public static readonly string TokenDigest = new('a', 64), NamedDigest = new('b', 64);

    public static readonly Actor
        Seller = new("u-seller", ActorRole.Merchant, Party.Of(Shop)),
        OtherSeller = new("u-other-seller", ActorRole.Merchant, Party.Of(OtherShop)),
        Host = new("u-creator", ActorRole.Creator, Party.Of(Creator)),
        ShopHost = new("u-shop-creator", ActorRole.Creator, Party.Of(ShopCreator)),
        Reviewer = new("u-reviewer", ActorRole.OpsReviewer),
        Admin = new("u-admin", ActorRole.OpsAdmin),
        Auditor = new("u-auditor", ActorRole.Auditor),
        Clock = new("system", ActorRole.System),
        Buyer = Actor.Of(SubscriberId.Of("usr-ayu"));

    public static readonly Moment Now = On("2026-01-10T00:00:00Z");
    public static readonly TimeRange Window = Range("2026-01-01T00:00:00Z", "2026-02-10T00:00:00Z"), Period = Range("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
    public static readonly CampaignTerms Terms = new(
        "Spring", "All of spring.", null, CampaignVisibility.Public, [new("S", 120), new("A", 60), new("B", 30)], Window, Period,
        [RegistrationFormSpec.Standard(RegistrationEntry.SellerCenterPc) with { WhiteBackgroundImage = FieldRule.Optional, BrandLogo = FieldRule.Optional }]);

    public static readonly RegistrationForm
        SellerForm = new(["A"], Live(60), "fashion"),
        CreatorForm = SellerForm with { PlatformMerchandiseSupport = true };

    public static Guid Uuid(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public static RegistrationId Reg(int number) => new(Uuid(1000 + number));

    public static Moment On(string text) => Moment.TryParse(text, out var moment) ? moment : throw new FormatException(text);

    public static TimeRange Range(string start, string end) => new(On(start), On(end));

    public static TimeRange Live(int minutes, string start = "2026-02-05T12:00:00Z") => new(On(start), On(start) + Duration.FromMinutes(minutes));

    public static PersonalText Text(string value) => PersonalText.Seal(Uuid(900), DerivedId.Of(Uuid(901), value), new byte[16], value);

    public static NewFact Is(this StreamRef stream, IEvent body, Moment? effectiveAt = null) => new(stream, body, effectiveAt);

    public static NewFact[] Onboarded(MerchantId merchant) => [Merchant.At(merchant).Is(new MerchantOnboarded(merchant, Text($"shop {merchant}"), Zone))];

    public static NewFact[] Added(AccountId account, AccountType type, CreatorId? creator = null, MerchantId? merchant = null) =>
        [TikTokAccount.At(account).Is(new TikTokAccountAdded(account, type, Text($"@{account}"), Text($"uid {account}"), null, creator, merchant))];

    public static NewFact[] Linked(MerchantId merchant, AccountId account) =>
        [Merchant.At(merchant).Is(new OfficialAccountLinked(merchant, account)), TikTokAccount.At(account).Is(new AccountTiedToMerchant(account, merchant))];

    public static NewFact[] Published(CampaignId campaign, CampaignTerms terms) =>
        [LivestreamCampaign.At(campaign).Is(new CampaignDrafted(campaign, terms)), LivestreamCampaign.At(campaign).Is(new CampaignPublished())];

    public static readonly ZoneId Zone = ZoneId.TryParse("Asia/Kuala_Lumpur") ?? throw new InvalidOperationException();

    /// <summary>An image of a party, put just now; what is named of it may be otherwise.</summary>
    public static NewFact ImagePut(Party party, string contentHash, int width = 400, int height = 400, string mediaType = "image/png") =>
        PartyImage.At(party, contentHash).Is(new ImagePut(party, new(contentHash, mediaType, width, height, 1_000), Now + ImagePolicy.UnusedTerm));

    /// <summary>That a registration uses it.</summary>
    public static NewFact ImageUsed(Party party, string contentHash, RegistrationId by) => PartyImage.At(party, contentHash).Is(new ImageUsed(by));

    /// <summary>Everybody onboarded, accounts added and linked, campaigns published.</summary>
    public static NewFact[] Market =>
    [
        .. Onboarded(Shop), .. Onboarded(OtherShop),
        .. Added(Official, AccountType.Official), .. Added(OtherOfficial, AccountType.Official), .. Added(Spare, AccountType.Official),
        .. Added(Marketing, AccountType.Marketing, null, Shop), .. Added(Affiliate, AccountType.Affiliate, Creator), .. Added(ShopAffiliate, AccountType.Affiliate, ShopCreator, Shop),
        .. Linked(Shop, Official), .. Linked(OtherShop, OtherOfficial),
        .. Published(Campaign, Terms),
        .. Published(Private, Terms with { Visibility = CampaignVisibility.Private }),
        LivestreamCampaign.At(Private).Is(new InvitationIssued(OpenInvitation, TokenDigest, [])),
        LivestreamCampaign.At(Private).Is(new InvitationIssued(NamedInvitation, NamedDigest, [Shop])),
        LivestreamCampaign.At(Drafted).Is(new CampaignDrafted(Drafted, Terms)),
    ];

    public static GroupedProduct Product(string id = "1729384756", string price = "12.90") => new(new('c', 64), "Batik shawl", id, Text("Batik Laras"), new(price, "MYR"));

    /// <summary>What a seller's submission records.</summary>
    public static RegistrationSubmitted Submission(int number = 1, int slot = 1) => new(
        Reg(number), Campaign, Party.Of(Shop), Shop, null, RegistrationResource.Merchant, Official, AccountType.Official,
        RegistrationChannel.SellerCenter, RegistrationEntry.SellerCenterPc, slot, SellerForm, 60, null, null, null);

    /// <summary>What a creator's submission records.</summary>
    public static RegistrationSubmitted CreatorSubmission(int number = 1, int slot = 1) => new(
        Reg(number), Campaign, Party.Of(Creator), null, Creator, RegistrationResource.Creator, Affiliate, AccountType.Affiliate,
        RegistrationChannel.LiveManager, RegistrationEntry.LiveManager, slot, CreatorForm, 60, null, null, null);

    /// <summary>A submission with what followed it.</summary>
    public static NewFact[] Registered(RegistrationSubmitted submission, params IEvent[] then) =>
    [
        CampaignQuota.At(submission.Campaign, submission.Party).Is(new SlotTaken(submission.SlotNumber, submission.Registration, submission.Channel, submission.Account, submission.Form.LivePeriod)),
        Registration.At(submission.Registration).Is(submission),
        .. then.Select(fact => Registration.At(submission.Registration).Is(fact)),
    ];
}
