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
    /// <summary>How a thing stood; what the caller may not see reads as what is not there.</summary>
    internal async Task<Standing> Of(string id, AsOf asOf, Caller caller, CancellationToken cancellation)
    {
        if (Audited.Named(id) is not var (thing, stream)) throw new RequestRefusedException(DoorProblems.NotFound);
        var found = await states.Ask(reads => !HistorySight.MaySee(thing, stream, reads, caller) ? Found<Replayed>.Nothing
            : thing.Replay(stream, asOf, reads.HistoryOf) is { } replayed ? new(replayed) : null, cancellation);
        return found.Value switch
        {
            null or Replayed.Unknown => throw new RequestRefusedException(DoorProblems.NotFound),
            Replayed.Beyond => throw new RequestRefusedException(DoorProblems.VersionUnknown, "version"),
            Replayed.Before => throw new RequestRefusedException(DoorProblems.BeforeFirst, asOf is AsOf.Instant { EffectiveAt: null } ? "recordedAt" : "effectiveAt"),
            Replayed.Found it => it.Standing,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
