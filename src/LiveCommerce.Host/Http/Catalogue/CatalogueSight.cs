using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>Whose catalogue a request is about, and what of its history counts.</summary>
static class CatalogueSight
{
    internal static ActorRole[] Readers { get; } = [ActorRole.Merchant, ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor];

    /// <summary>The shop that a write names, or the caller's own; whether it is theirs is decided later.</summary>
    internal static MerchantId ShopOf(this Actor actor, MerchantId? named) =>
        named ?? (actor.Party is { Kind: PartyKind.Merchant } own ? new(own.Id) : throw new RequestRefusedException(DoorProblems.Malformed, "merchant"));

    /// <summary>The facts of a thing that count from a place in its history; nothing where there is none.</summary>
    internal static async Task<ValueList<RecordedEvent>> Looks(this States states, StreamRef stream, AsOf asOf, CancellationToken cancellation)
    {
        var whole = await states.Ask(reads => reads.HistoryOf(stream.Id), cancellation);
        if (whole.Count == 0) throw new RequestRefusedException(DoorProblems.NotFound);
        return asOf.Prefix(whole) is { Count: > 0 } facts ? facts : throw new RequestRefusedException(DoorProblems.BeforeFirst, asOf is AsOf.Instant { EffectiveAt: null } ? "recordedAt" : "effectiveAt");
    }
}
