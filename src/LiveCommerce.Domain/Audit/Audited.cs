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

namespace LiveCommerce.Audit;

/// <summary>A kind of thing whose history can be asked for by its TypeID.</summary>
public abstract class Audited
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<Audited> All { get; } =
    [
        new AuditedState<Registration>(RegistrationId.Prefix, Registration.Kind, Statuses.Of, Statuses.DecidedBy, Statuses.ShopOf, CampaignEndDue.Of),
        new AuditedState<LivestreamCampaign>(CampaignId.Prefix, LivestreamCampaign.Kind, Statuses.Of, Statuses.DecidedBy, static _ => null, static (_, _, _) => null),
        new AuditedState<Merchant>(MerchantId.Prefix, Merchant.Kind, Statuses.Of, Statuses.DecidedBy, Statuses.ShopOf, static (_, _, _) => null),
        new AuditedState<TikTokAccount>(AccountId.Prefix, TikTokAccount.Kind, Statuses.Of, Statuses.DecidedBy, Statuses.ShopOf, static (_, _, _) => null),
        new AuditedState<PartyImage>(ImageId.Prefix, PartyImage.Kind, Statuses.Of, Statuses.DecidedBy, static _ => null, static (_, _, _) => null),
        new AuditedState<CampaignQuota>(QuotaId.Prefix, CampaignQuota.Kind, Statuses.Of, static quota => quota, static _ => null, static (_, _, _) => null),
        new AuditedState<LiveSession>(LiveSessionId.Prefix, LiveSession.Kind, Statuses.Of, Statuses.DecidedBy, Statuses.ShopOf, static (_, _, _) => null),
        new AuditedState<LiveFigures>(LiveFiguresId.Prefix, LiveFigures.Kind, Statuses.Of, static figures => figures, static _ => null, static (_, _, _) => null),
        new AuditedState<LivePlan>(LivePlanId.Prefix, LivePlan.Kind, Statuses.Of, Statuses.DecidedBy, Statuses.ShopOf, MissedPlanDue.Of),
        new AuditedState<Teaser>(TeaserId.Prefix, Teaser.Kind, Statuses.Of, Statuses.DecidedBy, Statuses.ShopOf, static (_, _, _) => null),
        new AuditedState<Footage>(FootageId.Prefix, Footage.Kind, Statuses.Of, static footage => footage, static footage => (footage as Footage.Present)?.Put.Merchant, static (_, _, _) => null),
        new AuditedState<OutsideVideo>(OutsideVideoId.Prefix, OutsideVideo.Kind, Statuses.Of, static video => video, static video => (video as OutsideVideo.Told)?.Merchant, static (_, _, _) => null),
        new AuditedState<ShopCalendar>(ShopCalendarId.Prefix, ShopCalendar.Kind, Statuses.Of, static calendar => calendar, static calendar => (calendar as ShopCalendar.Known)?.Merchant, static (_, _, _) => null),
        new AuditedState<LiveEventSubscription>(SubscriptionId.Prefix, LiveEventSubscription.Kind, Statuses.Of, Statuses.DecidedBy, static _ => null, static (_, _, _) => null),
        new AuditedState<CatalogueProduct>(CatalogueProductId.Prefix, CatalogueProduct.Kind, CatalogueStatuses.Of, static product => product, CatalogueStatuses.ShopOf, static (_, _, _) => null),
        new AuditedState<ShopPromotionTool>(PromotionToolId.Prefix, ShopPromotionTool.Kind, CatalogueStatuses.Of, static tool => tool, CatalogueStatuses.ShopOf, static (_, _, _) => null),
        new AuditedState<ShopCatalogue>(ShopCatalogueId.Prefix, ShopCatalogue.Kind, CatalogueStatuses.Of, static catalogue => catalogue, CatalogueStatuses.ShopOf, static (_, _, _) => null),
        new AuditedState<MarketReferenceData>(MarketReferenceId.Prefix, MarketReferenceData.Kind, CatalogueStatuses.Of, static reference => reference, static _ => null, static (_, _, _) => null),
    ];

    private protected Audited(string prefix, StreamKind kind) => (Prefix, Kind) = (prefix, kind);

    /// <summary>The TypeID prefix, such as <c>reg</c>.</summary>
    public string Prefix { get; }

    /// <summary>The kind of stream.</summary>
    public StreamKind Kind { get; }

    /// <summary>The kind of a TypeID and the stream that it names; null for any other text.</summary>
    public static (Audited Thing, Guid Stream)? Named(string? id)
    {
        foreach (var thing in All)
            if (TypeId.TryParse(thing.Prefix, id, out var stream)) return (thing, stream);
        return null;
    }

    /// <summary>The kind whose streams these are.</summary>
    public static Audited Of(StreamKind kind) => All.First(thing => thing.Kind == kind);

    /// <summary>The TypeID of a stream of this kind.</summary>
    public string IdOf(Guid stream) => TypeId.Format(Prefix, stream);

    /// <summary>How one of these stood, replayed from facts alone (BEY-03).</summary>
    /// <param name="stream">Which one.</param>
    /// <param name="asOf">From where to look.</param>
    /// <param name="loaded">The whole history of a stream, empty where there is none; null where it must be loaded first, and then the answer is null too.</param>
    public Replayed? Replay(Guid stream, AsOf asOf, Func<Guid, IReadOnlyList<RecordedEvent>?> loaded)
    {
        var histories = new Histories(loaded);
        var answer = Answer(stream, histories.Of(stream), asOf, histories);
        return histories.IsComplete ? answer : null;
    }

    /// <summary>The status that the first facts of a history say, in a word.</summary>
    public abstract string StatusAfter(IReadOnlyList<RecordedEvent> history, int count);

    private protected abstract Standing Stand(Guid stream, ValueList<RecordedEvent> facts, AsOf asOf, Histories histories);

    Replayed Answer(Guid stream, IReadOnlyList<RecordedEvent> history, AsOf asOf, Histories histories)
    {
        if (history.Count == 0 || history[0].StreamType != Kind.Alias) return new Replayed.Unknown();
        var facts = asOf.Prefix(history);
        return asOf is AsOf.Version { Number: var number } && number > history[^1].Version ? new Replayed.Beyond(history[^1].Version)
            : facts.Count == 0 ? new Replayed.Before(history[0])
            : new Replayed.Found(Stand(stream, facts, asOf, histories));
    }
}
