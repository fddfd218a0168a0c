using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

/// <summary>A history that this code does not know, as a newer host may write it, stops whoever needs it and nobody else.</summary>
public sealed class UnreadableHistoryTests
{
    [Fact]
    public async Task Whoever_needs_it_fails_alone_though_all_are_loaded_together()
    {
        static Moment Noon() => Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));
        var (unreadable, first) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var store = new ScriptedStore(new InMemoryEventStore(Toy.Catalog, Noon));
        await using var pipeline = new CommandPipeline(Toy.Model, store, Noon);
        Task<CommandResult>[]? together = null;
        store.OnLoad = streams =>
        {
            // They come while the pipeline is busy with its first load, and so are loaded in one.
            together ??= [.. new[] { Guid.CreateVersion7(), unreadable, Guid.CreateVersion7() }.Select((jar, i) => pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), $"k{i}")))];
            return streams.Contains(unreadable) ? throw new UnknownEventException("coin_melted", unreadable, 1) : Task.CompletedTask;
        };

        await pipeline.Send(Toy.Ask(new DropCoin(first, "penny"), "first"));
        await Should.ThrowAsync<UnknownEventException>(() => together.ShouldNotBeNull()[1]);
        (await together.ShouldNotBeNull()[0]).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await together[2]).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
    }
}
