namespace LiveCommerce.Store;

/// <summary>A stream as the next decision sees it: committed facts and those on their way.</summary>
sealed record StreamEntry(StreamKind Kind, object State, object? Row, long Version, string? Digest, Moment? EffectiveAt)
{
    internal static StreamEntry Empty(StreamKind kind) => new(kind, kind.InitialState, null, 0, null, null);

    internal static StreamEntry Of(StreamKind kind, IReadOnlyList<RecordedEvent> history) =>
        history.Aggregate(Empty(kind), static (entry, recorded) => entry.With(recorded.ToFact(), recorded.Envelope.Digest));

    internal StreamEntry With(Fact fact, string? digest) =>
        new(Kind, Kind.EvolveState(State, fact.Body), Kind.View?.FoldRow(Row, fact), fact.Version, digest, fact.EffectiveAt);
}

/// <summary>
/// The streams used of late. Two generations: when the young one is full it becomes the old one, and what was not used since is let go.
/// A generation is far larger than three batches, so a stream with facts on their way is never let go.
/// </summary>
sealed class StreamCache(int generation)
{
    Dictionary<Guid, StreamEntry> young = [];
    Dictionary<Guid, StreamEntry> old = [];

    internal StreamEntry? Find(Guid stream)
    {
        if (young.TryGetValue(stream, out var entry)) return entry;
        if (!old.TryGetValue(stream, out entry)) return null;
        Put(stream, entry);
        return entry;
    }

    internal void Put(Guid stream, StreamEntry entry)
    {
        if (young.Count >= generation) (old, young) = (young, []);
        young[stream] = entry;
    }

    internal void Forget(Guid stream)
    {
        young.Remove(stream);
        old.Remove(stream);
    }

    internal void Clear() => (young, old) = ([], []);
}
