using LiveCommerce.Store;

namespace LiveCommerce.Tests.Store;

/// <summary>A store in whose appends and loads a test has a hand.</summary>
sealed class ScriptedStore(IEventStore inner) : IEventStore
{
    /// <summary>The log behind it; another one after a restore from a backup.</summary>
    internal IEventStore Inner { get; set; } = inner;

    /// <summary>Instead of an append; it may call it.</summary>
    internal Func<IReadOnlyList<Commit>, Func<Task<AppendOutcome>>, Task<AppendOutcome>> OnAppend { get; set; } = (_, append) => append();

    /// <summary>Before a load.</summary>
    internal Func<IReadOnlyCollection<Guid>, Task> OnLoad { get; set; } = _ => Task.CompletedTask;

    public Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation) =>
        OnAppend(batch, () => Inner.Append(batch, after, cancellation));

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        await OnLoad(streams);
        return await Inner.Load(streams, cancellation);
    }

    public Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation) => Inner.ReadStream(stream, query, cancellation);

    public Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation) => Inner.ReadAll(query, cancellation);

    public Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation) => Inner.FindReceipt(commandId, cancellation);

    public Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation) => Inner.IsSameRequest(commandId, requestDigest, cancellation);
}
