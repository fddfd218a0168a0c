using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

public sealed class InMemoryEventStoreTests : EventStoreContract
{
    InMemoryEventStore opened = null!;

    internal override Task<IEventStore> Open(EventCatalog catalog) =>
        Task.FromResult<IEventStore>(opened = new InMemoryEventStore(catalog, () => Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0))));

    internal override Task<int> SuppressedOf(Guid refusalLog) => Task.FromResult(opened.SuppressedOf(refusalLog));

    [Fact]
    public async Task A_decider_that_neither_decides_nor_asks_fails_its_own_caller_alone()
    {
        var model = new DomainModel(Toy.Catalog, [Toy.Jar], CommandRoute.To<JarCommand>("toy/1", Toy.Roles, (_, command, _) =>
            command is SealJar ? null : Decision.Record(Toy.Jar.At(command.Jar), new CoinDropped("penny"))));
        await using var pipeline = new CommandPipeline(model, await Open(Toy.Catalog), () => Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0)));
        await Should.ThrowAsync<InvalidOperationException>(() => pipeline.Send(Toy.Ask(new SealJar(Guid.CreateVersion7()), "k1")));
        (await pipeline.Send(Toy.Ask(new DropFirstCoin(Guid.CreateVersion7(), "penny"), "k2"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
    }
}
