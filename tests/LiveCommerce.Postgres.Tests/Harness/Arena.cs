using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Cluster;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Tests.Harness;

/// <summary>A database with an open market, and hosts on it, in this process and in others.</summary>
sealed class Arena : IAsyncDisposable
{
    readonly List<IAsyncDisposable> opened = [];

    Arena(string connectionString)
    {
        ConnectionString = connectionString;
        Raw = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = new PostgresOptions().Schema, MaxPoolSize = 8, CommandTimeout = 60 });
    }

    internal string ConnectionString { get; }

    /// <summary>As the superuser, outside the store.</summary>
    internal NpgsqlDataSource Raw { get; }

    internal static async Task<Arena> Open(TestCluster cluster, int parties = 1, int campaigns = 1) => await Open(await cluster.CreateDatabase(), parties, campaigns);

    internal static async Task<Arena> Open(PrivateCluster cluster, int parties, int campaigns) => await Open(await cluster.CreateDatabase("arena"), parties, campaigns);

    /// <summary>A host in this process.</summary>
    internal WriterHost Host(PipelineOptions? options = null, Func<IEventStore, IEventStore>? around = null) => Keep(new WriterHost(ConnectionString, options, around));

    /// <summary>A host in a process of its own.</summary>
    internal WriterProcess Process() => Keep(WriterProcess.Start(ConnectionString));

    internal async Task<T[]> Ask<T>(string sql)
    {
        await using var command = Raw.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var values = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) values.Add(reader.GetFieldValue<T>(0));
        return [.. values];
    }

    /// <summary>The receipt of each submission, by its request.</summary>
    internal async Task<Dictionary<string, Answer>> Receipts()
    {
        var lines = await Ask<string>("""
            select concat_ws(' ', idempotency_key, '-', outcome, position, (extract(epoch from decided_at) * 1000000)::bigint, coalesce(
                (select string_agg(refusal ->> 'code', ',') from json_array_elements(answer -> 'refusals') refusal),
                (select detail ->> 'value' from json_array_elements(answer -> 'details') detail where detail ->> 'name' = 'slot'), '-'))
            from lc_commands where name = 'submit_registration'
            """);
        return lines.Select(Answer.Parse).ToDictionary(line => line.Request, line => line.Answer);
    }

    internal async Task CheckInvariants()
    {
        await using var reader = new WriterHost(ConnectionString);
        await Invariants.Check(Raw, reader.Store);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened.AsEnumerable().Reverse()) await one.DisposeAsync();
        await Raw.DisposeAsync();
    }

    static async Task<Arena> Open(string connectionString, int parties, int campaigns)
    {
        var arena = new Arena(connectionString);
        await Schema.Migrate(arena.Raw, new(), TestContext.Current.CancellationToken);
        await using var host = new WriterHost(connectionString);
        await Market.Open(host.Pipeline, parties, campaigns);
        return arena;
    }

    T Keep<T>(T one) where T : IAsyncDisposable
    {
        lock (opened) opened.Add(one);
        return one;
    }
}
