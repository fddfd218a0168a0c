using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

public sealed class InMemoryEventStoreTests : EventStoreContract
{
    internal override Task<IEventStore> Open(EventCatalog catalog) =>
        Task.FromResult<IEventStore>(new InMemoryEventStore(catalog, () => Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0))));
}
