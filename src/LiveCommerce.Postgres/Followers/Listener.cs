using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>Hears the bell of a log, over a connection of its own, and wakes whoever waits.</summary>
sealed class Listener : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    readonly CancellationTokenSource stopping = new();
    readonly PostgresDatabase database;
    readonly Task loop;
    TaskCompletionSource heard = New();

    internal Listener(PostgresDatabase database)
    {
        this.database = database;
        loop = Task.Run(Run);
    }

    /// <summary>Completes at the next ring; take it before looking at the log, so that no ring falls between.</summary>
    internal Task Next => Volatile.Read(ref heard).Task;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        stopping.Dispose();
    }

    async Task Run()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Listen().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
            {
                await Task.Delay(Pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task Listen()
    {
        await using var connection = await database.Following.OpenConnectionAsync(stopping.Token).ConfigureAwait(false);
        connection.Notification += (_, _) => Interlocked.Exchange(ref heard, New()).TrySetResult();
        await using (var listen = new NpgsqlCommand($"listen {Bell.ChannelOf(database.Options.Schema)}", connection))
            await listen.ExecuteNonQueryAsync(stopping.Token).ConfigureAwait(false);
        while (true) await connection.WaitAsync(stopping.Token).ConfigureAwait(false);
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
