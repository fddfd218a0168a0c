using LiveCommerce.Postgres;

namespace LiveCommerce.Tests;

/// <summary>Tests on a season of their own, in a log of their own.</summary>
public abstract class SeasonTest(TestCluster cluster) : IAsyncLifetime
{
    private protected TestStore test = null!;
    private protected PostgresDatabase database = null!;
    private protected PostgresEventStore store = null!;
    private protected Season season = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        test = await TestStore.Create(cluster);
        database = test.Database();
        store = test.Store(LiveCommerceEvents.Catalog);
        season = new(store);
        await season.Begin();
    }

    public async ValueTask DisposeAsync()
    {
        await season.DisposeAsync();
        await test.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
