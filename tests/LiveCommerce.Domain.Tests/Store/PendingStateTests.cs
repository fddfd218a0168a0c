using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

/// <summary>What was decided on facts that were never written is decided again, even where versions happen to fit; what is on its way is never forgotten.</summary>
public sealed class PendingStateTests
{
    static readonly Moment Noon = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));
    readonly InMemoryEventStore log = new(Toy.Catalog, () => Noon);
    readonly Guid jar = Guid.CreateVersion7();
    readonly Guid other = Guid.CreateVersion7();

    [Fact]
    public async Task A_command_that_rests_on_a_rejected_one_is_decided_again_though_another_host_filled_its_version()
    {
        await using var elsewhere = Pipeline(log);
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        store.OnAppend = async (batch, append) =>
        {
            if (batch[0].Events[0].Stream.Id == other) await Decided(pipeline, 3);
            if (!batch.Any(commit => commit.Events.Any(fact => fact.Body is CoinDropped { Coin: "poison" }))) return await append();
            // Between the rejection of the poison and the rest of its batch another host writes where the poison would have been.
            if (batch.Count == 1) await elsewhere.Send(Toy.Ask(new SealJar(jar), "k3"));
            throw new WriteRejectedException("poison");
        };
        var first = pipeline.Send(Toy.Ask(new DropCoin(other, "penny"), "k0"));
        var poisoned = pipeline.Send(Toy.Ask(new DropCoin(jar, "poison"), "k1"));
        var resting = pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k2"));

        (await first).Status.ShouldBe(CommandStatus.Answered);
        (await poisoned).Status.ShouldBe(CommandStatus.Rejected);
        (await resting).Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["jar.sealed"]);
        (await Facts(jar)).Select(fact => fact.Body).ShouldBe([new JarSealed()]);
    }

    [Fact]
    public async Task A_batch_sent_behind_one_that_fails_is_decided_again_though_another_host_filled_the_versions()
    {
        await using var elsewhere = Pipeline(log);
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        var behind = new TaskCompletionSource();
        var appends = 0;
        store.OnAppend = async (batch, append) =>
        {
            if (Interlocked.Increment(ref appends) > 2) return await append();
            if (batch.Any(IsPoison))
            {
                await behind.Task;
                throw new WriteRejectedException("poison");
            }
            // Sent behind the poison that is about to be rejected: another host writes the very version that the poison would have had.
            await elsewhere.Send(Toy.Ask(new SealJar(jar), "k3"));
            var answer = await append();
            behind.SetResult();
            return answer;
        };
        var poisoned = pipeline.Send(Toy.Ask(new DropCoin(jar, "poison"), "k1"));
        await Decided(pipeline, 1);
        var resting = pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k2"));

        (await poisoned).Status.ShouldBe(CommandStatus.Rejected);
        (await resting).Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["jar.sealed"]);
        (await Facts(jar)).Select(fact => fact.Body).ShouldBe([new JarSealed()]);
    }

    [Fact]
    public async Task A_batch_sent_behind_one_that_was_slow_to_start_is_sent_again_as_it_is()
    {
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        var behind = new TaskCompletionSource();
        var appends = 0;
        store.OnAppend = async (_, append) =>
        {
            var number = Interlocked.Increment(ref appends);
            if (number == 1) await behind.Task; // the second overtakes the first
            var answer = await append();
            if (number == 2) behind.SetResult();
            return answer;
        };
        var first = pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        await Decided(pipeline, 1);
        var second = pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k2"));

        (await Task.WhenAll(first, second)).ShouldAllBe(result => result.Receipt!.Recorded);
        (await Facts(jar)).Select(fact => fact.Body).ShouldBe([new CoinDropped("penny"), new CoinDropped("dime")]);
        pipeline.DecisionsTaken.ShouldBe(2);
    }

    [Fact]
    public async Task What_an_unknown_outcome_left_behind_is_not_built_upon()
    {
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        var behind = new TaskCompletionSource();
        var appends = 0;
        store.OnAppend = async (_, append) =>
        {
            if (Interlocked.Increment(ref appends) != 1) return await append();
            await behind.Task;
            throw new OutcomeUnknownException("the connection is lost");
        };
        var lost = pipeline.Send(Toy.Ask(new SealJar(jar), "k1"));
        await Decided(pipeline, 1);
        var resting = pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k2"));
        await Decided(pipeline, 2);
        behind.SetResult();

        (await lost).Status.ShouldBe(CommandStatus.OutcomeUnknown);
        (await resting).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue("the jar was never sealed");
    }

    [Fact]
    public async Task A_batch_that_records_nothing_is_not_followed_before_it_is_answered()
    {
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        var answered = new TaskCompletionSource();
        var (appends, together) = (0, false);
        store.OnAppend = async (_, append) =>
        {
            if (Interlocked.Increment(ref appends) == 1) await answered.Task;
            else together |= !answered.Task.IsCompleted;
            return await append();
        };
        var dry = pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1") with { DryRun = true });
        await Decided(pipeline, 1);
        var next = pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k2"));
        await Decided(pipeline, 2);
        answered.SetResult();

        (await Task.WhenAll(dry, next)).ShouldAllBe(result => result.Status == CommandStatus.Answered);
        together.ShouldBeFalse();
    }

    [Fact]
    public async Task After_another_log_took_the_place_of_this_one_nothing_decided_on_the_old_one_is_written()
    {
        await Done(log, new DropCoin(other, "penny"));
        var restored = new InMemoryEventStore(Toy.Catalog, () => Noon);
        await Done(restored, new SealJar(other));
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        Task<CommandResult>? second = null;
        store.OnAppend = async (_, append) =>
        {
            if (second is not null) return await append();
            second = pipeline.Send(Toy.Ask(new DropCoin(other, "dime"), "k3"));
            await Decided(pipeline, 2);
            store.Inner = restored;
            return new AppendOutcome.Conflict([], [], LogReplaced: true);
        };

        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k2"));
        (await second.ShouldNotBeNull()).Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["jar.sealed"]);
    }

    [Fact]
    public async Task A_load_does_not_put_back_what_a_stream_was_before_the_facts_on_their_way()
    {
        var store = new ScriptedStore(log);
        await using var pipeline = Pipeline(store);
        Task<CommandResult>[]? both = null;
        store.OnLoad = _ =>
        {
            // Both come while the pipeline is busy, and are decided in one round: the first must load the stream that the second begins.
            both ??= [pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1")), pipeline.Send(Toy.Ask(new DropFirstCoin(jar, "dime"), "k2"))];
            return Task.CompletedTask;
        };

        await pipeline.Send(Toy.Ask(new DropCoin(other, "penny"), "k0"));
        (await Task.WhenAll(both.ShouldNotBeNull())).ShouldAllBe(result => result.Receipt!.Recorded);
        (await Facts(jar)).Select(fact => fact.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task However_few_streams_are_to_be_kept_those_on_their_way_are()
    {
        await using var pipeline = new CommandPipeline(Toy.Model, log, () => Noon, new() { CachedStreams = 1 });
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => pipeline.Send(Toy.Ask(new DropCoinInEither(i % 2 == 0 ? jar : other, jar, "penny"), $"k{i}"))));
        results.Count(result => result.Receipt is { Recorded: true }).ShouldBe(2 * Toy.Cap);
        (await Facts(jar)).Select(fact => fact.Version).ShouldBe([1, 2, 3, 4, 5]);
    }

    static bool IsPoison(Commit commit) => commit.Events.Any(fact => fact.Body is CoinDropped { Coin: "poison" });

    static CommandPipeline Pipeline(IEventStore store) => new(Toy.Model, store, () => Noon);

    static async Task Decided(CommandPipeline pipeline, int commands)
    {
        while (pipeline.DecisionsTaken < commands) await Task.Yield();
    }

    static async Task Done(IEventStore store, ICommand command)
    {
        await using var pipeline = Pipeline(store);
        (await pipeline.Send(Toy.Ask(command, $"{command}"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
    }

    Task<IReadOnlyList<RecordedEvent>> Facts(Guid stream) => log.ReadStream(stream, new(), TestContext.Current.CancellationToken);
}
