using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

public abstract partial class EventStoreContract
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Expected_version_exact_is_the_last_one_and_no_other()
    {
        await store.Append([Raw(jar, 0, "a"), Raw(jar, 1, "b")], Cancellation);
        foreach (var wrong in new[] { 1, 3 }) (await store.Append([Raw(jar, wrong, $"wrong {wrong}")], Cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().Stale.ShouldBe([jar]);
        (await store.Append([Raw(jar, 2, "c")], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
    }

    [Fact]
    public async Task Expected_version_none_is_a_stream_without_facts()
    {
        (await store.Append([Raw(jar, 0, "a")], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await store.Append([Raw(jar, 0, "b")], Cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().Stale.ShouldBe([jar]);
        (await Stream(jar)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Expected_version_any_appends_whatever_came_before_and_keeps_the_chain()
    {
        await using (var pipeline = Pipeline()) await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => store.AppendAny(Raw(jar, 0, $"any {i}"), Cancellation), Cancellation)));
        outcomes.ShouldAllBe(outcome => outcome is AppendOutcome.Committed);
        var facts = await Stream(jar);
        facts.Select(fact => fact.Version).ShouldBe(Enumerable.Range(1, 33).Select(version => (long)version));
        facts.Select(fact => fact.Envelope.PreviousDigest).ShouldBe([null, .. facts.SkipLast(1).Select(fact => fact.Envelope.Digest)]);
        facts.ShouldAllBe(fact => fact.IsIntact());
        facts.Skip(1).Select(fact => fact.Envelope.CommandId).ShouldBe(Enumerable.Range(0, 32).Select(i => DerivedId.Of(jar, $"any {i}")), ignoreOrder: true);
    }

    [Fact]
    public async Task Expected_version_any_is_of_the_written_streams_alone()
    {
        var other = Guid.CreateVersion7();
        await store.Append([Raw(other, 0, "a")], Cancellation);
        var commit = Raw(jar, 0, "any") with { Reads = [new(jar, 0), new(other, 0)] };
        (await store.AppendAny(commit, Cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().Stale.ShouldBe([other]);
        (await store.AppendAny(commit with { Reads = [new(other, 1)], Events = [.. commit.Events, .. Raw(jar, 0, "second").Events] }, Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await Stream(jar)).Select(fact => fact.Version).ShouldBe([1, 2]);
        var rows = commit with { Rows = [new(Toy.View, jar, 1, new JarRow(jar, 1, 1))] };
        await Should.ThrowAsync<ArgumentException>(() => store.AppendAny(rows, Cancellation));
    }
}
