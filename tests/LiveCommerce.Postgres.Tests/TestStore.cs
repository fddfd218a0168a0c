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
        Keep(new PostgresEventStore(Database(options), catalog ?? Toy.Catalog, new(new JarTable(), new Postgres.Registrations.RegistrationTable(), new Postgres.Campaigns.CampaignTable(), new Postgres.LivePlans.PlanTable(), new Postgres.LivePlans.ProductTable(), new Postgres.LivePlans.ToolTable())));

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
sealed class JarTable() : InlineTable(Toy.View, "lc_jars")
{
    static readonly RowStatements Statements = new("lc_jars", ["id", "version", "coins"]);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<Store.RowWrite> rows, int generation, bool areNew) => new NpgsqlBatchCommand(Statements.For(areNew))
        .Column(rows, row => row.Stream).Column(rows, row => row.Version).Column(rows, row => ((JarRow)row.Row).Coins).Value(generation);
}
