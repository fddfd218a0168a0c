using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

/// <summary>The contract of every store, on PostgreSQL.</summary>
public sealed class PostgresEventStoreTests(TestCluster cluster) : EventStoreContract
{
    TestStore? opened;

    internal override async Task<IEventStore> Open(EventCatalog catalog)
    {
        opened = await TestStore.Create(cluster);
        return opened.Store(catalog);
    }

    public override async ValueTask DisposeAsync()
    {
        if (opened is not null) await opened.DisposeAsync();
        await base.DisposeAsync();
    }
}
