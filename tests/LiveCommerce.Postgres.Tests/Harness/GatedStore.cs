using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>A store whose appends wait at a gate, so that a test knows what is decided while one is on its way, and what is written together.</summary>
sealed class GatedStore(IEventStore inner) : IEventStore
{
    readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once an append waits at the gate.</summary>
    internal Task Waiting => waiting.Task;

    /// <summary>What is done before an append is passed on.</summary>
    internal Func<IReadOnlyList<Commit>, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Lets appends pass from now on.</summary>
    internal void Open() => gate.TrySetResult();

    public async Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation)
    {
        waiting.TrySetResult();
        await gate.Task.WaitAsync(cancellation);
        await Before(batch);
        return await inner.Append(batch, after, cancellation);
    }

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation) => inner.Load(streams, cancellation);

    public Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation) => inner.ReadStream(stream, query, cancellation);

    public Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation) => inner.ReadAll(query, cancellation);

    public Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation) => inner.FindReceipt(commandId, cancellation);

    public Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation) => inner.IsSameRequest(commandId, requestDigest, cancellation);
}
