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

    internal override async Task<int> SuppressedOf(Guid refusalLog) => await opened!.Ask<int?>($"select attempts from lc_suppressed where refusal_log = '{refusalLog}'") ?? 0;

    public override async ValueTask DisposeAsync()
    {
        if (opened is not null) await opened.DisposeAsync();
        await base.DisposeAsync();
    }
}
