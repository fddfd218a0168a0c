namespace LiveCommerce.Store;

/// <summary>A stream as the next decision sees it: committed facts and those on their way.</summary>
sealed record StreamEntry(StreamKind Kind, object State, object? Row, long Version, string? Digest, Moment? EffectiveAt)
{
    bool IsUnasked => State is Unasked;

    internal static StreamEntry Empty(StreamKind kind) => new(kind, kind.InitialState, null, 0, null, null);

    /// <summary>A history, folded if somebody asks for it by its own kind.</summary>
    internal static StreamEntry Of(IEnumerable<StreamKind> asked, IReadOnlyList<RecordedEvent> history)
    {
        var kind = history is [var first, ..] ? asked.FirstOrDefault(kind => kind.Alias == first.StreamType) ?? Unasked.KindOf(first.StreamType) : asked.First();
        return history.Aggregate(Empty(kind), static (entry, recorded) => entry.With(recorded.ToFact(), recorded.Envelope.Digest));
    }

    /// <summary>As somebody sees it who asks by this kind; null where it must be loaded to be folded. One of another kind stays what it is, so that nobody writes into it.</summary>
    internal StreamEntry? For(StreamKind kind) => Version == 0 ? Is(kind) ? this : Empty(kind) : IsUnasked && Is(kind) ? null : this;

    /// <summary>The state: an id of another kind of thing is the id of nothing.</summary>
    internal object StateFor(StreamKind kind) => Is(kind) ? State : kind.InitialState;

    internal bool Is(StreamKind kind) => Kind.Alias == kind.Alias;

    internal StreamEntry With(Fact fact, string? digest) =>
        new(Kind, Kind.EvolveState(State, fact.Body), Kind.View?.FoldRow(Row, fact), fact.Version, digest, fact.EffectiveAt);
}

/// <summary>The state of a stream that was asked for by another kind than its own alone: its facts were not looked at.</summary>
sealed record Unasked
{
    internal static StreamKind KindOf(string alias) => new StreamKind<Unasked>(alias, new(), static (state, _) => state);
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
