using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Campaigns;
using LiveCommerce.Host.Http.LiveSessions;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
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

/// <summary>What a caller sees of a stream's history; null where something must be loaded first.</summary>
delegate Found<SeenHistory>? HistorySight(LoadedStates reads, Guid stream, Caller caller);

/// <summary>A history as somebody sees it.</summary>
/// <param name="Whole">Every fact, which the chain of digests is checked over.</param>
/// <param name="Seen">Those that are the caller's to see, in order.</param>
sealed record SeenHistory(IReadOnlyList<RecordedEvent> Whole, IReadOnlyList<RecordedEvent> Seen);

/// <summary>Who sees which history: whoever sees the thing itself.</summary>
static class HistorySights
{
    internal static Found<SeenHistory>? OfRegistration(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, Registration.Kind.At(id), state => state is Registration.Submitted known && known.Session.IsVisibleTo(caller.Actor), Everything);

    /// <summary>What was drafted, and who else was invited, is for the platform and the auditor alone.</summary>
    internal static Found<SeenHistory>? OfCampaign(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, LivestreamCampaign.Kind.At(id), state => state.IsVisibleTo(caller.Actor, caller.InvitationDigest), caller.SeesAll
            ? Everything
            : facts => facts.SkipWhile(fact => fact.Body is not CampaignPublished).Where(fact => fact.Body is not (InvitationIssued or InvitationRevoked)));

    internal static Found<SeenHistory>? OfMerchant(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, Merchant.Kind.At(id), state => state is Merchant.Onboarded && new MerchantId(id).IsVisibleTo(caller), Everything);

    /// <summary>A shop does not learn to which others an account was tied before.</summary>
    internal static Found<SeenHistory>? OfAccount(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, TikTokAccount.Kind.At(id), state => state is TikTokAccount.Added known && known.IsVisibleTo(caller), caller.Actor.Party is { Kind: PartyKind.Merchant } shop
            ? facts => facts.Where(fact => TiedShop(fact.Body) is not { } tied || tied == shop)
            : Everything);

    /// <summary>The slots of a party in a campaign are that party's; their first registration says whose they are.</summary>
    internal static Found<SeenHistory>? OfQuota(LoadedStates reads, Guid id, Caller caller)
    {
        if (reads.HistoryOf(id) is not { } history) return null;
        if (history is not [{ Body: SlotTaken first }, ..]) return Found<SeenHistory>.Nothing;
        if (reads.Of(Registration.At(first.Registration)) is not { } registration) return null;
        var isVisible = caller.SeesAll || (registration is Registration.Submitted known && known.Session.Submission.Party == caller.Actor.Party);
        return See(reads, CampaignQuota.Kind.At(id), _ => isVisible, Everything);
    }

    internal static Found<SeenHistory>? OfImage(LoadedStates reads, Guid id, Caller caller)
    {
        if (reads.HistoryOf(id) is not { } history) return null;
        var isVisible = history is [{ Body: ImagePut put }, ..] && (caller.SeesAll || put.Party == caller.Actor.Party);
        return See(reads, PartyImage.Kind.At(id), _ => isVisible, Everything);
    }

    internal static Found<SeenHistory>? OfPlan(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, LivePlan.Kind.At(id), state => state is LivePlan.Created known && known.Live.IsVisibleTo(caller.Actor), Everything);

    /// <summary>Which buyers subscribe is for the platform and the auditor; a shop learns how many.</summary>
    internal static Found<SeenHistory>? OfSubscription(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, LiveEventSubscription.Kind.At(id), state => state is LiveEventSubscription.Known && caller.SeesAll, Everything);

    internal static Found<SeenHistory>? OfSession(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, LiveSession.Kind.At(id), state => state is LiveSession.Started known && known.IsVisibleTo(caller), Everything);

    /// <summary>Figures are seen by whoever sees their session; the first of them says which one that is.</summary>
    internal static Found<SeenHistory>? OfFigures(LoadedStates reads, Guid id, Caller caller)
    {
        if (reads.HistoryOf(id) is not { } history) return null;
        if (history is not [var first, ..] || SessionOf(first.Body) is not { } told) return Found<SeenHistory>.Nothing;
        if (reads.Of(LiveSession.At(told)) is not { } session) return null;
        var isVisible = session is LiveSession.Started known && known.IsVisibleTo(caller);
        return See(reads, LiveFigures.Kind.At(id), _ => isVisible, Everything);
    }

    internal static Found<SeenHistory>? OfTeaser(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, Teaser.Kind.At(id), state => state is Teaser.Known known && known.Content.IsVisibleTo(caller.Actor), Everything);

    internal static Found<SeenHistory>? OfFootage(LoadedStates reads, Guid id, Caller caller)
    {
        if (reads.HistoryOf(id) is not { } history) return null;
        var isVisible = history is [{ Body: FootagePut put }, ..] && (caller.SeesAll || Party.Of(put.Merchant) == caller.Actor.Party);
        return See(reads, Footage.Kind.At(id), _ => isVisible, Everything);
    }

    internal static Found<SeenHistory>? OfOutsideVideo(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, OutsideVideo.Kind.At(id), state => state is OutsideVideo.Told told && told.Merchant.IsVisibleTo(caller), Everything);

    internal static Found<SeenHistory>? OfCalendar(LoadedStates reads, Guid id, Caller caller) =>
        See(reads, ShopCalendar.Kind.At(id), state => state is ShopCalendar.Known known && known.Merchant.IsVisibleTo(caller), Everything);

    static LiveSessionId? SessionOf(IEvent fact) => fact switch
    {
        LiveMetricsRecorded it => it.Session,
        LiveProductsTold it => it.Session,
        _ => null,
    };

    internal static Found<SeenHistory>? See<TState>(
        LoadedStates reads, StreamRef<TState> stream, Func<TState, bool> isVisible, Func<IReadOnlyList<RecordedEvent>, IEnumerable<RecordedEvent>> select) where TState : class =>
        reads.Of(stream) is not { } state || reads.HistoryOf(stream.Id) is not { } whole ? null
        : isVisible(state) ? new(new SeenHistory(whole, [.. select(whole)]))
        : Found<SeenHistory>.Nothing;

    internal static IEnumerable<RecordedEvent> Everything(IReadOnlyList<RecordedEvent> facts) => facts;

    static Party? TiedShop(IEvent fact) => fact switch
    {
        AccountTiedToMerchant it => Party.Of(it.Merchant),
        AccountUntiedFromMerchant it => Party.Of(it.Merchant),
        _ => null,
    };
}
