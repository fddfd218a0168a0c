using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>Finds the session that a request is about; what the caller may not see is not there.</summary>
static class SessionSight
{
    internal static bool IsVisibleTo(this LiveSession.Started session, Caller caller) => caller.SeesAll || session.IsVisibleTo(caller.Actor);

    internal static async Task<LiveSessionRecord> See(this States states, LiveSessionId session, Caller caller, CancellationToken cancellation) =>
        (await states.Ask(reads => Row(reads, session), cancellation)).Value is { } row && row.State.IsVisibleTo(caller) ? row : throw new RequestRefusedException(DoorProblems.NotFound);

    /// <summary>Every fact of a session and of what its sources told of it, as it was recorded.</summary>
    internal static async Task<IReadOnlyList<RecordedEvent>> FactsOf(this States states, LiveSessionId session, CancellationToken cancellation)
    {
        Guid[] streams = [session.Value, .. Enum.GetValues<FigureSource>().Select(source => LiveFigures.IdOf(session, source).Value)];
        return await states.Ask(reads => streams.Select(reads.HistoryOf).ToArray() is var all && all.Contains(null) ? null : all.SelectMany(history => history ?? []).ToArray(), cancellation);
    }

    /// <summary>What was known at a moment; everything without one.</summary>
    internal static IEnumerable<Fact> KnownAt(this IReadOnlyList<RecordedEvent> facts, Moment? asOf) => facts.Where(fact => asOf is null || fact.RecordedAt <= asOf).Select(fact => fact.ToFact());

    internal static Found<LiveSessionRecord>? Row(LoadedStates reads, LiveSessionId session) =>
        reads.Of(LiveSession.At(session)) is not { } state || reads.HistoryOf(session.Value) is not { } history ? null
        : state is LiveSession.Started ? new(history.Aggregate((LiveSessionRecord?)null, (row, recorded) => LiveSessionRecord.Fold(row, recorded.ToFact())))
        : Found<LiveSessionRecord>.Nothing;
}
