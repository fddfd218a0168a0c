using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Tests.Season;

/// <summary>The sample season on a database of its own, around a day on which clocks have just changed: on 25 October in London, and on 1 November in New York.</summary>
public sealed class SeasonLog(TestCluster cluster) : IAsyncLifetime
{
    PostgresEventStore store = null!;

    internal static Moment Today { get; } = Moment.Parse("2026-11-05T00:00:00Z");

    /// <summary>The tables, past everything that the program does.</summary>
    internal NpgsqlDataSource Raw { get; private set; } = null!;

    internal PostgresDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var (connection, options) = (await cluster.CreateDatabase(), new PostgresOptions());
        Raw = new NpgsqlDataSourceBuilder(connection) { ConnectionStringBuilder = { SearchPath = options.Schema } }.Build();
        await Schema.Migrate(Raw, options);
        Database = PostgresDatabase.Open(connection, options);
        store = new(Database, LiveCommerceEvents.Catalog);
        await new SeasonLoader(LiveCommerceModel.Default, store).Load(Today, CancellationToken.None);
    }

    internal Task<IReadOnlyList<RecordedEvent>> Facts() => store.ReadAll(new(0, int.MaxValue), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await Database.DisposeAsync();
        await Raw.DisposeAsync();
    }
}
