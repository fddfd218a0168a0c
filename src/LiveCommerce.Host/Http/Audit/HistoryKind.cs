using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>A kind of thing that has a history, known by the prefix of its ids: what the API, the command line and the names of streams go by.</summary>
/// <param name="Prefix">The prefix of its TypeIDs.</param>
/// <param name="Stream">Its streams.</param>
/// <param name="See">What a caller sees of one.</param>
/// <param name="Unseen">What a caller is told who sees nothing.</param>
sealed record HistoryKind(string Prefix, StreamKind Stream, HistorySight See, ProblemKind Unseen)
{
    static readonly HistoryKind[] All =
    [
        new(RegistrationId.Prefix, Registration.Kind, HistorySights.OfRegistration, DoorProblems.NotFound),
        new(CampaignId.Prefix, LivestreamCampaign.Kind, HistorySights.OfCampaign, DoorProblems.CampaignNotVisible),
        new(MerchantId.Prefix, Merchant.Kind, HistorySights.OfMerchant, DoorProblems.NotFound),
        new(AccountId.Prefix, TikTokAccount.Kind, HistorySights.OfAccount, DoorProblems.NotFound),
        new(ImageId.Prefix, PartyImage.Kind, HistorySights.OfImage, DoorProblems.NotFound),
        new(SubscriptionId.Prefix, LiveEventSubscription.Kind, HistorySights.OfSubscription, DoorProblems.NotFound),
        new(QuotaId.Prefix, CampaignQuota.Kind, HistorySights.OfQuota, DoorProblems.NotFound),
        new(LivePlanId.Prefix, LivePlan.Kind, HistorySights.OfPlan, DoorProblems.NotFound),
        new(LiveSessionId.Prefix, LiveSession.Kind, HistorySights.OfSession, DoorProblems.NotFound),
        new(LiveFiguresId.Prefix, LiveFigures.Kind, HistorySights.OfFigures, DoorProblems.NotFound),
        new(CatalogueProductId.Prefix, CatalogueProduct.Kind, CatalogueSights.OfProduct, DoorProblems.NotFound),
        new(PromotionToolId.Prefix, ShopPromotionTool.Kind, CatalogueSights.OfTool, DoorProblems.NotFound),
        new(ShopCatalogueId.Prefix, ShopCatalogue.Kind, CatalogueSights.OfCatalogue, DoorProblems.NotFound),
        new(MarketReferenceId.Prefix, MarketReferenceData.Kind, CatalogueSights.OfMarket, DoorProblems.NotFound),
        new(TeaserId.Prefix, Teaser.Kind, HistorySights.OfTeaser, DoorProblems.NotFound),
        new(FootageId.Prefix, Footage.Kind, HistorySights.OfFootage, DoorProblems.NotFound),
        new(ShopCalendarId.Prefix, ShopCalendar.Kind, HistorySights.OfCalendar, DoorProblems.NotFound),
        new(OutsideVideoId.Prefix, OutsideVideo.Kind, HistorySights.OfOutsideVideo, DoorProblems.NotFound),
    ];

    static readonly Dictionary<string, HistoryKind> ByPrefix = All.ToDictionary(kind => kind.Prefix);
    static readonly Dictionary<string, HistoryKind> ByAlias = All.ToDictionary(kind => kind.Stream.Alias);

    internal static IEnumerable<string> Prefixes => All.Select(kind => kind.Prefix);

    internal static HistoryKind Of(string prefix) => ByPrefix[prefix];

    /// <summary>The kind that an id is of, and its stream; null for what is no id of a thing with a history.</summary>
    internal static (HistoryKind Kind, Guid Stream)? Find(string id) =>
        ByPrefix.TryGetValue(id[..Math.Max(id.LastIndexOf('_'), 0)], out var kind) && TypeId.TryParse(kind.Prefix, id, out var stream) ? (kind, stream) : null;

    /// <summary>The public name of a fact's stream: the TypeID of what it is a fact of.</summary>
    internal static string NameOf(RecordedEvent recorded) =>
        TypeId.Format(ByAlias.GetValueOrDefault(recorded.StreamType)?.Prefix ?? recorded.StreamType, recorded.Stream);
}
