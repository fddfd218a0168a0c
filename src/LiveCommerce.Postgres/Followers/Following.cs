using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>Keeps followers up with the log: woken by the bell of any host, and by itself once a second.</summary>
public sealed class Following : IAsyncDisposable
{
    const int PageSize = 500;
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    readonly CancellationTokenSource stopping = new();
    readonly PostgresDatabase database;
    readonly IEventStore store;
    readonly Listener listener;
    readonly Task[] loops;

    /// <summary>Starts followers, each at its checkpoint.</summary>
    public Following(PostgresDatabase database, IEventStore store, params IReadOnlyList<Follower> followers)
    {
        (this.database, this.store) = (database, store);
        listener = new(database);
        loops = [.. followers.Select(follower => Task.Run(() => Run(follower)))];
    }

    /// <summary>Fails once a follower has stopped: it met a fact that it does not know, or a mistake of the program.</summary>
    public Task Completion => Task.WhenAny(loops).Unwrap();

    /// <summary>Brings one follower up to the end of the log, and says how far that was.</summary>
    public static async Task<long> CatchUp(PostgresDatabase database, IEventStore store, Follower follower, CancellationToken cancellation)
    {
        while (true)
        {
            var seen = await Checkpoint.Read(database.Reading, follower.Name, cancellation).ConfigureAwait(false);
            var facts = await store.ReadAll(new(seen, PageSize), cancellation).ConfigureAwait(false);
            if (facts.Count == 0) return seen;
            await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            if (!await Checkpoint.Move(connection, follower.Name, seen, facts[^1].Position, cancellation).ConfigureAwait(false)) continue;
            await follower.Apply(connection, facts, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await listener.DisposeAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    async Task Run(Follower follower)
    {
        while (!stopping.IsCancellationRequested)
        {
            var ring = listener.Next;
            try
            {
                await CatchUp(database, store, follower, stopping.Token).ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                // The database is away or was asked too much of: the transaction came to nothing and is tried again.
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            await Task.WhenAny(ring, Task.Delay(Poll, stopping.Token)).ConfigureAwait(false);
        }
    }
}
