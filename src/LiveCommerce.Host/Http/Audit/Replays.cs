using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>Replays things out of the log (BEY-03), for whoever may see them.</summary>
/// <param name="states">The log's states.</param>
sealed class Replays(States states)
{
    /// <summary>How a thing stood. A replay takes the whole history: for a caller who does not see all of it there is none.</summary>
    internal async Task<Standing> Of(string id, AsOf asOf, Caller caller, CancellationToken cancellation)
    {
        if (HistoryKind.Find(id) is not var (kind, stream)) throw new RequestRefusedException(DoorProblems.NotFound);
        var found = await states.Ask(reads => kind.See(reads, stream, caller) is not { } sight ? null
            : sight.Value is not { } seen || seen.Seen.Count < seen.Whole.Count ? Found<Replayed>.Nothing
            : Audited.Of(kind.Stream).Replay(stream, asOf, reads.HistoryOf) is { } replayed ? new(replayed)
            : null, cancellation);
        return found.Value switch
        {
            null or Replayed.Unknown => throw new RequestRefusedException(kind.Unseen),
            Replayed.Beyond => throw new RequestRefusedException(DoorProblems.VersionUnknown, "version"),
            Replayed.Before => throw new RequestRefusedException(DoorProblems.BeforeFirst, asOf is AsOf.Instant { EffectiveAt: null } ? "recordedAt" : "effectiveAt"),
            Replayed.Found it => it.Standing,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
