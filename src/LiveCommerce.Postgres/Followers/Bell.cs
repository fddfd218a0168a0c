using System.Threading.Channels;
using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>
/// Tells followers on all hosts that the log has grown. It rings after the commit and over another connection: a NOTIFY inside an append
/// would make all commits of the database wait for one another. Many appends in a short time ring once. A bell that was not
/// heard costs a follower a second and no fact.
/// </summary>
sealed class Bell : IAsyncDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);
    readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly NpgsqlDataSource database;
    readonly string schema;
    readonly Task loop;

    internal Bell(PostgresDatabase database)
    {
        (this.database, schema) = (database.Reading, database.Options.Schema);
        loop = Task.Run(Run);
    }

    /// <summary>The channel of a schema's log.</summary>
    internal static string ChannelOf(string schema) => $"{schema}_log";

    internal void Ring() => rings.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        rings.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    async Task Run()
    {
        while (await rings.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (rings.Reader.TryRead(out _)) { }
            try
            {
                await Notify().ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                // The followers' own poll finds what this bell did not announce.
            }
            await Task.Delay(Quiet).ConfigureAwait(false);
        }
    }

    /// <summary>Nothing is lost with a lost bell, so it need not wait for the disk.</summary>
    async Task Notify()
    {
        await using var connection = await database.OpenConnectionAsync().ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("set local synchronous_commit = off"), new($"select pg_notify('{ChannelOf(schema)}', '')") },
        };
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
