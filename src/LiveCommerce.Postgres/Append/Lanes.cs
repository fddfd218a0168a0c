using System.Collections.Concurrent;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.Append;

/// <summary>
/// Two connections to append over: while one batch is being written, the next waits at the server for the lock, and begins the moment that
/// it is free. A batch that was decided on another is not sent before that one is, so that it does not pass it on the way.
/// </summary>
sealed class Lanes : IAsyncDisposable
{
    const int Count = 2;

    readonly SemaphoreSlim free = new(Count);
    readonly ConcurrentStack<Delivery> idle = new();

    internal Lanes(PostgresDatabase database, InlineTables tables)
    {
        var known = new KnownLog();
        for (var lane = 0; lane < Count; lane++) idle.Push(new(new(database, tables, known), database.Options));
    }

    internal async Task<AppendOutcome> Deliver(BatchWrites writes, CancellationToken cancellation)
    {
        try
        {
            if (writes.After is { } before) await before.Sent.WaitAsync(cancellation).ConfigureAwait(false);
            await free.WaitAsync(cancellation).ConfigureAwait(false);
            return await DeliverOverOne(writes).ConfigureAwait(false);
        }
        finally
        {
            writes.IsSent(); // or never will be: nobody need wait for it
        }
    }

    async Task<AppendOutcome> DeliverOverOne(BatchWrites writes)
    {
        if (!idle.TryPop(out var lane)) throw new InvalidOperationException("A lane was free and is not there.");
        try
        {
            return await lane.Deliver(writes).ConfigureAwait(false);
        }
        finally
        {
            idle.Push(lane);
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in idle) await lane.DisposeAsync().ConfigureAwait(false);
        free.Dispose();
    }
}
