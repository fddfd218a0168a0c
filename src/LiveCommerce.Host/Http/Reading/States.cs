using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Reading;

/// <summary>What a reader asks of the log: the same states that a decider reads, with the histories behind them.</summary>
/// <param name="store">The log.</param>
sealed class States(IEventStore store)
{
    /// <summary>Asks a question that says by null that something must be loaded first; then it is loaded and asked again.</summary>
    internal async Task<TAnswer> Ask<TAnswer>(Func<LoadedStates, TAnswer?> question, CancellationToken cancellation) where TAnswer : class
    {
        var loaded = new LoadedStates();
        while (true)
        {
            if (question(loaded) is { } answer && loaded.IsComplete) return answer;
            if (loaded.IsComplete) throw new InvalidOperationException("A question got neither an answer nor asked for more.");
            if (loaded.Missing.Count > 0) loaded.Add(await store.Load(loaded.Missing, cancellation));
            if (loaded.MissingLatest.Count > 0) loaded.Add(await store.LoadLatest(loaded.MissingLatest, cancellation));
        }
    }
}

/// <summary>Histories that were loaded, and the states that they add up to.</summary>
sealed class LoadedStates : IReads
{
    readonly Dictionary<Guid, IReadOnlyList<RecordedEvent>> histories = [];
    readonly Dictionary<Guid, RecordedEvent?> latest = [];
    readonly Dictionary<StreamRef, object> states = [];

    internal HashSet<Guid> Missing { get; } = [];

    internal HashSet<Guid> MissingLatest { get; } = [];

    internal bool IsComplete => Missing.Count + MissingLatest.Count == 0;

    public TState? Of<TState>(StreamRef<TState> stream) where TState : class
    {
        if (states.TryGetValue(stream, out var state)) return (TState)state;
        if ((stream.Kind.IsToldByLatest ? LatestOf(stream.Id) : HistoryOf(stream.Id)) is not { } history) return null;
        // an id of another kind of thing, written with this kind's prefix, is the id of nothing
        var facts = history.Where(recorded => recorded.StreamType == stream.Kind.Alias);
        var folded = ((StreamKind<TState>)stream.Kind).Fold(facts.Select(recorded => recorded.Body));
        states.Add(stream, folded);
        return folded;
    }

    /// <summary>The facts of a stream; null when they must be loaded first.</summary>
    internal IReadOnlyList<RecordedEvent>? HistoryOf(Guid stream)
    {
        if (histories.TryGetValue(stream, out var history)) return history;
        Missing.Add(stream);
        return null;
    }

    IEnumerable<RecordedEvent>? LatestOf(Guid stream)
    {
        if (histories.TryGetValue(stream, out var history)) return history;
        if (latest.TryGetValue(stream, out var fact)) return fact is null ? [] : [fact];
        MissingLatest.Add(stream);
        return null;
    }

    internal long VersionOf(Guid stream) => HistoryOf(stream) is [.., var last] ? last.Version : 0;

    internal void Add(IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>> loaded)
    {
        foreach (var (stream, history) in loaded) histories[stream] = history;
        Missing.Clear();
    }

    internal void Add(IReadOnlyDictionary<Guid, RecordedEvent> loaded)
    {
        foreach (var stream in MissingLatest) latest[stream] = loaded.GetValueOrDefault(stream);
        MissingLatest.Clear();
    }
}

/// <summary>The host's clock as the domain counts.</summary>
static class HostClock
{
    internal static Moment Now(this TimeProvider clock) => Moment.From(NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()));
}

/// <summary>The end of a question: what was found, or that there is nothing for this reader.</summary>
sealed record Found<T>(T? Value) where T : class
{
    internal static Found<T> Nothing { get; } = new((T?)null);
}
