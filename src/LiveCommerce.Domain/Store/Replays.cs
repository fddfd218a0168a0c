namespace LiveCommerce.Store;

/// <summary>Shorter forms of reading one thing's whole history.</summary>
public static class Replays
{
    /// <summary>Every fact of one stream, in the order of versions; none where it was never begun.</summary>
    /// <param name="store">The log.</param>
    /// <param name="stream">Which stream, such as <c>Merchant.At(id)</c>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<RecordedEvent>> HistoryOf(this IEventStore store, StreamRef stream, CancellationToken cancellation = default) =>
        (await store.Load([stream.Id], cancellation).ConfigureAwait(false))[stream.Id];

    /// <summary>How one thing stands now, replayed from all its facts; the state before the first fact where it was never begun.</summary>
    /// <param name="store">The log.</param>
    /// <param name="stream">Which stream, such as <c>Merchant.At(id)</c>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<TState> Replay<TState>(this IEventStore store, StreamRef<TState> stream, CancellationToken cancellation = default) where TState : class =>
        (TState)(await store.HistoryOf(stream, cancellation).ConfigureAwait(false)).Aggregate(stream.Kind.InitialState, (state, recorded) => stream.Kind.EvolveState(state, recorded.Body));
}
