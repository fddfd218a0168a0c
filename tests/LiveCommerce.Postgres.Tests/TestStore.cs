using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>An empty log of a test's own, and stores on it.</summary>
sealed class TestStore : IAsyncDisposable
{
    readonly List<IAsyncDisposable> opened = [];

    TestStore(string connectionString, PostgresOptions options) => (ConnectionString, Options) = (connectionString, options);

    internal string ConnectionString { get; }

    internal PostgresOptions Options { get; }

    /// <summary>As the superuser, outside the store.</summary>
    internal NpgsqlDataSource Raw { get; private set; } = null!;

    internal static async Task<TestStore> Create(TestCluster cluster, PostgresOptions? options = null)
    {
        var store = new TestStore(await cluster.CreateDatabase(), options ?? new());
        store.Raw = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(store.ConnectionString) { SearchPath = store.Options.Schema, MaxPoolSize = 4 });
        await Schema.Migrate(store.Raw, store.Options, TestContext.Current.CancellationToken);
        await store.Execute("create table lc_jars (generation int, id uuid, version bigint, coins int, primary key (generation, id))");
        return store;
    }

    internal PostgresDatabase Database(PostgresOptions? options = null) => Keep(PostgresDatabase.Open(ConnectionString, options ?? Options));

    internal PostgresEventStore Store(EventCatalog? catalog = null, PostgresOptions? options = null) =>
        Keep(new PostgresEventStore(Database(options), catalog ?? Toy.Catalog, InlineTables.All.For(Toy.Model, [JarTable.Rows])));

    internal async Task Execute(string sql)
    {
        await using var command = Raw.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    internal async Task<T?> Ask<T>(string sql)
    {
        await using var command = Raw.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened.AsEnumerable().Reverse()) await one.DisposeAsync();
        await Raw.DisposeAsync();
    }

    T Keep<T>(T one) where T : IAsyncDisposable
    {
        opened.Add(one);
        return one;
    }
}

/// <summary>The toy domain's inline read model.</summary>
static class JarTable
{
    internal static InlineTable Rows { get; } = new InlineTable<JarRow>(Toy.View, "lc_jars").Column("coins", row => row.Coins);
}
