namespace LiveCommerce.Store;

/// <summary>What one decision reads, and at which versions.</summary>
sealed class ReadSet(StreamCache cache, Submission submission) : IReads
{
    readonly Dictionary<Guid, StreamEntry> read = [];

    internal List<StreamRef> Missing { get; } = [];

    internal IEnumerable<StreamVersion> Versions => read.Select(pair => new StreamVersion(pair.Key, pair.Value.Version));

    public TState? Of<TState>(StreamRef<TState> stream) where TState : class => (TState?)Entry(stream)?.StateFor(stream.Kind);

    internal StreamEntry? Entry(StreamRef stream)
    {
        var entry = Find(stream)?.For(stream.Kind);
        if (entry is null) Missing.Add(stream);
        else read.TryAdd(stream.Id, entry);
        return entry;
    }

    StreamEntry? Find(StreamRef stream) =>
        read.TryGetValue(stream.Id, out var entry) ? entry : cache.Find(stream.Id) ?? (IsBegun(stream) ? StreamEntry.Empty(stream.Kind) : null);

    /// <summary>A stream that the command begins need not be loaded: the append checks that it is empty. If it was not, the next attempt loads it.</summary>
    bool IsBegun(StreamRef stream) =>
        submission is { Attempts: 0, Envelope.Command: { BeginsTarget: true } command } && stream == command.Target;
}
