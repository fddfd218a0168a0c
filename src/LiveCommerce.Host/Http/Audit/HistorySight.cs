using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>Who may read a thing's whole history: whoever sees everything, and the party that it belongs to.</summary>
static class HistorySight
{
    /// <summary>Whether the caller may; while states are missing the answer means nothing and is asked for again.</summary>
    internal static bool MaySee(Audited thing, Guid stream, LoadedStates reads, Caller caller) =>
        caller.SeesAll || (caller.Actor.Party is { } party && BelongsTo(party, thing.Kind, stream, reads, caller));

    // a campaign's history names its invited merchants: it is nobody's but the platform's and the auditor's
    static bool BelongsTo(Party party, StreamKind kind, Guid stream, LoadedStates reads, Caller caller) =>
        kind == Registration.Kind ? reads.Of(Registration.Kind.At(stream)) is Registration.Submitted known && known.Session.IsVisibleTo(caller.Actor)
        : kind == Merchant.Kind ? party == Party.Of(MerchantId.From(stream))
        : kind == TikTokAccount.Kind ? reads.Of(TikTokAccount.Kind.At(stream)) is TikTokAccount.Added account && account.BelongsTo(party)
        : kind == CampaignQuota.Kind && PartyOf(stream, reads) == party;

    static Party? PartyOf(Guid quota, LoadedStates reads) =>
        reads.HistoryOf(quota) is [{ Body: SlotTaken first }, ..] && reads.Of(Registration.At(first.Registration)) is Registration.Submitted known ? known.Session.Submission.Party : null;
}
