using LiveCommerce.Store;

namespace LiveCommerce.Tests.Season;

/// <summary>A store whose user is interrupted after so many batches.</summary>
sealed class CutShort(IEventStore inner, int most, CancellationTokenSource cut) : IEventStore
{
    int batches;

    public Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation)
    {
        if (++batches == most) cut.Cancel();
        return inner.Append(batch, after, cancellation);
    }

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation) => inner.Load(streams, cancellation);

    public Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation) => inner.ReadStream(stream, query, cancellation);

    public Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation) => inner.ReadAll(query, cancellation);

    public Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation) => inner.FindReceipt(commandId, cancellation);

    public Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation) => inner.IsSameRequest(commandId, requestDigest, cancellation);
}
