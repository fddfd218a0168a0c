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
            if (question(loaded) is { } answer && loaded.Missing.Count == 0) return answer;
            if (loaded.Missing.Count == 0) throw new InvalidOperationException("A question got neither an answer nor asked for more.");
            loaded.Add(await store.Load(loaded.Missing, cancellation));
        }
    }
}

/// <summary>Histories that were loaded, and the states that they add up to.</summary>
sealed class LoadedStates : IReads
{
    readonly Dictionary<Guid, IReadOnlyList<RecordedEvent>> histories = [];
    readonly Dictionary<StreamRef, object> states = [];

    internal HashSet<Guid> Missing { get; } = [];

    public TState? Of<TState>(StreamRef<TState> stream) where TState : class
    {
        if (states.TryGetValue(stream, out var state)) return (TState)state;
        if (HistoryOf(stream.Id) is not { } history) return null;
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

    internal long VersionOf(Guid stream) => HistoryOf(stream) is [.., var last] ? last.Version : 0;

    internal void Add(IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>> loaded)
    {
        foreach (var (stream, history) in loaded) histories[stream] = history;
        Missing.Clear();
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
