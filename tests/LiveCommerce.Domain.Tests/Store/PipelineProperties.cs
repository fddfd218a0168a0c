using FsCheck;
using FsCheck.Fluent;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

/// <summary>Several pipelines on one store, in interleavings that a number chooses: whatever they are, the log is one that a single host could have written.</summary>
public sealed class PipelineProperties
{
    const int Pipelines = 3;
    const int Keys = 120;
    static readonly Moment Noon = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));

    [Fact]
    public void The_cap_holds_each_key_has_one_answer_and_the_digests_chain_in_every_interleaving() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => Run(seed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20260321UL, 1UL));

    static async Task Run(int seed)
    {
        var lots = new Random(seed);
        var log = new InMemoryEventStore(Toy.Catalog, () => Noon);
        var (jars, batch, kept) = (lots.Next(1, 60), lots.Next(1, 9), lots.Next(1, 9));
        var pipelines = Enumerable.Range(0, Pipelines).Select(_ => new CommandPipeline(
            Toy.Model, Jittery(log, lots.Next()), () => Noon, new() { MaxBatch = batch, CachedStreams = kept, MaxAttempts = 10_000 })).ToArray();
        var asked = Enumerable.Range(0, Keys).Select(key => Toy.Ask(Command(lots, jars), $"k{key}")).ToArray();

        // Each key is asked for on two hosts, or twice on one.
        var asking = asked.Concat(asked).Select(envelope => (envelope, Answer: pipelines[lots.Next(Pipelines)].Send(envelope))).ToArray();
        await Task.WhenAll(asking.Select(one => one.Answer));
        foreach (var pipeline in pipelines) await pipeline.DisposeAsync();

        foreach (var same in asking.GroupBy(one => one.envelope.IdempotencyKey, one => one.Answer.Result))
            Judge([.. same], await log.FindReceipt(asked.Single(envelope => envelope.IdempotencyKey == same.Key).CommandId, default));
        Judge(await log.ReadAll(new(0, 10_000), default));
    }

    static ICommand Command(Random lots, int jars)
    {
        Guid Jar() => DerivedId.Of(Guid.Empty, $"{lots.Next(jars)}");
        return lots.Next(20) switch
        {
            0 => new SealJar(Jar()),
            1 => new DropCoin(Jar(), "button"),
            2 => new DropCoin(Jar(), "poison"),
            < 8 => new DropFirstCoin(Jar(), "penny"),
            < 14 => new DropCoinInEither(Jar(), Jar(), "penny"),
            _ => new DropCoin(Jar(), "penny"),
        };
    }

    /// <summary>Gives way to others at every step, and rejects what holds a poisoned coin.</summary>
    static ScriptedStore Jittery(IEventStore log, int seed)
    {
        var lots = new Random(seed);
        async Task GiveWay()
        {
            for (var times = lots.Next(4); times > 0; times--) await Task.Yield();
        }
        return new(log)
        {
            OnLoad = _ => GiveWay(),
            OnAppend = async (batch, append) =>
            {
                await GiveWay();
                if (batch.Any(commit => commit.Events.Any(fact => fact.Body is CoinDropped { Coin: "poison" }))) throw new WriteRejectedException("poison");
                return await append();
            },
        };
    }

    static void Judge(CommandResult[] answers, Receipt? receipt)
    {
        answers.ShouldAllBe(answer => answer.Status != CommandStatus.Busy && answer.Status != CommandStatus.KeyReused && answer.Status != CommandStatus.Throttled);
        answers.Count(answer => answer.Status == CommandStatus.Answered).ShouldBe(receipt is null ? 0 : 1, "one asking is answered, the others hear of it");
        foreach (var answer in answers.Where(answer => answer.Receipt is not null)) answer.Receipt.ShouldBe(receipt);
        if (receipt is null) answers.ShouldAllBe(answer => answer.Status == CommandStatus.Rejected || answer.Status == CommandStatus.InProgress);
    }

    static void Judge(IReadOnlyList<RecordedEvent> log)
    {
        foreach (var stream in log.GroupBy(fact => fact.Stream))
        {
            var facts = stream.ToArray();
            facts.Select(fact => fact.Version).ShouldBe(Enumerable.Range(1, facts.Length).Select(version => (long)version));
            facts.Select(fact => fact.Envelope.PreviousDigest).ShouldBe([null, .. facts.SkipLast(1).Select(fact => fact.Envelope.Digest)]);
            facts.Count(fact => fact.Body is CoinDropped).ShouldBeLessThanOrEqualTo(Toy.Cap);
            facts.SkipWhile(fact => fact.Body is not JarSealed).Skip(1).ShouldBeEmpty("nothing follows the seal");
        }
    }
}
