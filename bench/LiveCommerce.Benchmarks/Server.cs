using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Cluster;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>One private cluster with durability on, a fresh database for each measurement.</summary>
sealed class Server : IAsyncDisposable
{
    readonly PrivateCluster cluster;
    int databases;

    Server(PrivateCluster cluster) => this.cluster = cluster;

    internal static async Task<Server> Start()
    {
        var cluster = await PrivateCluster.StartTemporary();
        ProcessorTime.Postmaster = ProcessorTime.ParentOf(await Ask<int>(cluster.ConnectionString("postgres"), "select pid from pg_stat_activity where backend_type = 'checkpointer'"));
        return new(cluster);
    }

    internal async Task<string> Database()
    {
        var connection = await cluster.CreateDatabase($"bench_{++databases}");
        await using var source = NpgsqlDataSource.Create(connection);
        await Schema.Migrate(source, new());
        return connection;
    }

    internal static async Task<T> Ask<T>(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException(sql));
    }

    internal static async Task Run(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Commits that take 3 ms longer, as on a disk that is slow to confirm.</summary>
    internal async Task<Figure> WithSlowCommits(Func<Task<Figure>> measure)
    {
        await Set("alter system set commit_delay = 3000", "alter system set commit_siblings = 0");
        try
        {
            var figure = await measure();
            return figure with { Name = $"{figure.Name}, commits 3 ms slower" };
        }
        finally
        {
            await Set("alter system reset commit_delay", "alter system reset commit_siblings");
        }
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    async Task Set(params string[] settings)
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        foreach (var sql in settings.Append("select pg_reload_conf()"))
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}

/// <summary>A host's write path on a database: the real pipeline on the real store.</summary>
sealed class Host : IAsyncDisposable
{
    readonly PostgresDatabase database;
    readonly PostgresEventStore store;

    internal Host(string connection)
    {
        database = PostgresDatabase.Open(connection);
        store = new(database, LiveCommerceEvents.Catalog);
        Pipeline = new(LiveCommerceModel.Default, store, Scene.Now);
    }

    internal CommandPipeline Pipeline { get; }

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync();
        await store.DisposeAsync();
        await database.DisposeAsync();
    }
}
