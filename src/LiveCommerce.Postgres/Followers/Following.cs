using LiveCommerce.Postgres.Background;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.Followers;

/// <summary>Keeps followers up with the log: woken by the bell of any host, and by itself once a second.</summary>
public sealed class Following : IAsyncDisposable
{
    const int PageSize = 500;
    readonly CancellationTokenSource stopping = new();
    readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly PostgresDatabase database;
    readonly IEventStore store;
    readonly Action<WorkTrouble>? tell;
    readonly Listener listener;
    readonly Task[] loops;

    /// <summary>Starts followers, each at its checkpoint.</summary>
    public Following(PostgresDatabase database, IEventStore store, params IReadOnlyList<Follower> followers) : this(database, store, null, followers)
    {
    }

    /// <summary>Starts followers, each at its checkpoint.</summary>
    /// <param name="database">Where their rows are.</param>
    /// <param name="store">The log.</param>
    /// <param name="tell">Hears of every failure: of those that are tried again, and of a follower that has stopped.</param>
    /// <param name="followers">Each goes on though another one stops.</param>
    public Following(PostgresDatabase database, IEventStore store, Action<WorkTrouble>? tell, params IReadOnlyList<Follower> followers)
    {
        (this.database, this.store, this.tell) = (database, store, tell);
        listener = new(database);
        loops = [.. followers.Select(follower => Task.Run(() => Run(follower)))];
    }

    /// <summary>
    /// Fails as soon as a follower has stopped: it met a fact that it does not know, a statement that the database rejects, or a mistake of
    /// the program. The others go on. Ends when this is disposed of.
    /// </summary>
    public Task Completion => completion.Task;

    /// <summary>Brings one follower up to the end of the log, and says how far that was.</summary>
    public static async Task<long> CatchUp(PostgresDatabase database, IEventStore store, Follower follower, CancellationToken cancellation)
    {
        while (true)
        {
            var seen = await Checkpoint.Read(database.Reading, follower.Name, cancellation).ConfigureAwait(false);
            var facts = await store.ReadAll(new(seen, PageSize), cancellation).ConfigureAwait(false);
            if (facts.Count == 0) return seen;
            await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            if (!await Checkpoint.Move(connection, follower.Name, seen, facts[^1].Position, cancellation).ConfigureAwait(false)) continue;
            try
            {
                await follower.Apply(connection, facts, cancellation).ConfigureAwait(false);
            }
            catch (OtherFoldVersionException)
            {
                return seen; // the rows are another version's to write, until a rebuild
            }
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
        await listener.DisposeAsync().ConfigureAwait(false);
        completion.TrySetResult();
        stopping.Dispose();
    }

    async Task Run(Follower follower)
    {
        try
        {
            await Rounds.Run(follower.Name, () => CatchUp(database, store, follower, stopping.Token), () => listener.Next, tell, stopping.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whoever waits for the completion gets it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            completion.TrySetException(exception);
        }
    }
}
