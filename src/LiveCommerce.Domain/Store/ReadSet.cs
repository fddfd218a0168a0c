namespace LiveCommerce.Store;

/// <summary>What one decision reads, and at which versions.</summary>
sealed class ReadSet(StreamCache cache, ICommand command) : IReads
{
    readonly Dictionary<Guid, StreamEntry> read = [];

    internal List<StreamRef> Missing { get; } = [];

    internal IEnumerable<StreamVersion> Versions => read.Select(pair => new StreamVersion(pair.Key, pair.Value.Version));

    public TState? Of<TState>(StreamRef<TState> stream) where TState : class => (TState?)Entry(stream)?.State;

    internal StreamEntry? Entry(StreamRef stream)
    {
        if (read.TryGetValue(stream.Id, out var entry)) return entry;
        entry = cache.Find(stream.Id);
        if (entry is null && command.BeginsTarget && stream.Id == command.Target.Id) entry = StreamEntry.Empty(stream.Kind);
        if (entry is null) Missing.Add(stream);
        else read.Add(stream.Id, entry);
        return entry;
    }
}
