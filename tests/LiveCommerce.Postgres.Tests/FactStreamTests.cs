using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

/// <summary>The whole log for a fold: the facts that <see cref="PostgresEventStore.ReadAll"/> gives, without what lies beside them.</summary>
public sealed class FactStreamTests(TestCluster cluster) : IAsyncLifetime
{
    readonly Guid jar = Guid.CreateVersion7();
    TestStore test = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => test = await TestStore.Create(cluster);

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task Every_fact_after_a_position_comes_in_the_order_of_commit_with_its_personal_texts_by_reference()
    {
        await using var store = test.Store();
        for (var version = 0; version < 3; version++)
        {
            var note = PersonalText.Seal(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), "from Aunt Mary");
            await store.Append([Jars.Drop(jar, version, note: note)], Cancellation);
        }
        var log = await store.ReadAll(new(), Cancellation);
        log.Select(fact => ((CoinDropped)fact.Body).Note?.Value).ShouldBe(Enumerable.Repeat<string?>("from Aunt Mary", 3));

        var facts = await store.ReadFacts(cancellation: Cancellation).ToListAsync(Cancellation);
        facts.Select(fact => (fact.Stream, fact.Version, fact.EffectiveAt)).ShouldBe(log.Select(fact => (fact.Stream, fact.Version, fact.Envelope.EffectiveAt)));
        facts.Select(fact => ((CoinDropped)fact.Body).Note!.Digest).ShouldBe(log.Select(fact => ((CoinDropped)fact.Body).Note!.Digest));
        facts.ShouldAllBe(fact => ((CoinDropped)fact.Body).Note!.Value == null);
        (await store.ReadFacts(log[1].Position, Cancellation).ToListAsync(Cancellation)).ShouldHaveSingleItem().Version.ShouldBe(3);
    }
}
