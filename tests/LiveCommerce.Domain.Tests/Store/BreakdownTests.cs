using System.Diagnostics.Metrics;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

/// <summary>Whatever throws around a decision, whoever waits hears of it, and the others are served.</summary>
public sealed class BreakdownTests
{
    static readonly Moment Noon = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));
    static readonly InvalidOperationException Mistake = new("a mistake");
    readonly Guid jar = Guid.CreateVersion7();
    bool isBroken;

    [Fact]
    public async Task A_clock_that_throws_fails_those_who_wait_and_nobody_after_them()
    {
        isBroken = true;
        await using var pipeline = new CommandPipeline(Toy.Model, new InMemoryEventStore(Toy.Catalog, () => Noon), () => isBroken ? throw Mistake : Noon);
        (await Should.ThrowAsync<InvalidOperationException>(() => pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1")))).ShouldBe(Mistake);
        isBroken = false;
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        pipeline.Completion.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_fold_that_throws_on_history_fails_only_those_who_need_that_stream()
    {
        var broken = Guid.CreateVersion7();
        var store = new ScriptedStore(new InMemoryEventStore(Toy.Catalog, () => Noon));
        await using (var earlier = new CommandPipeline(Toy.Model, store, () => Noon)) await earlier.Send(Toy.Ask(new DropCoin(broken, "penny"), "k0"));
        var kind = new StreamKind<JarState>("jar", new(0, false), (_, _) => throw Mistake);
        var model = new DomainModel(Toy.Catalog, [Toy.Jar], CommandRoute.To<JarCommand>("toy/1", Toy.Roles, (reads, command, _) =>
            command is DropCoin drop && reads.Of(kind.At(drop.Jar)) is null ? null : Decision.AlreadySo));
        await using var pipeline = new CommandPipeline(model, store, () => Noon);
        Task<CommandResult>[]? together = null;
        store.OnLoad = _ =>
        {
            // They come while the pipeline is busy with its first load, and so are loaded in one.
            together ??= [.. new[] { Guid.CreateVersion7(), broken, Guid.CreateVersion7() }.Select((at, i) => pipeline.Send(Toy.Ask(new DropCoin(at, "penny"), $"t{i}")))];
            return Task.CompletedTask;
        };

        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "first"));
        (await Should.ThrowAsync<InvalidOperationException>(() => together.ShouldNotBeNull()[1])).ShouldBe(Mistake);
        (await together.ShouldNotBeNull()[0]).Status.ShouldBe(CommandStatus.Answered);
        (await together[2]).Status.ShouldBe(CommandStatus.Answered);
    }

    [Fact]
    public async Task A_store_that_forgets_a_stream_it_was_asked_for_hangs_nobody()
    {
        var store = new ForgetfulStore(new InMemoryEventStore(Toy.Catalog, () => Noon));
        await using var pipeline = new CommandPipeline(Toy.Model, store, () => Noon);
        await Should.ThrowAsync<KeyNotFoundException>(() => pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1")));
    }

    [Fact]
    public async Task If_the_loop_itself_breaks_down_all_who_wait_hear_of_it_and_so_do_those_who_come_later()
    {
        using var listener = ListenerThatThrowsHere();
        var going = new TaskCompletionSource();
        var store = new ScriptedStore(new InMemoryEventStore(Toy.Catalog, () => Noon)) { OnLoad = _ => going.Task };
        await using var pipeline = new CommandPipeline(Toy.Model, store, () => Noon);
        var asked = Toy.Ask(new DropCoin(jar, "penny"), "k1");
        Task<CommandResult>[] waiting = [pipeline.Send(asked), pipeline.Send(asked with { DryRun = true }), pipeline.Send(asked with { DryRun = true })];
        (await pipeline.Send(asked)).Status.ShouldBe(CommandStatus.InProgress);
        going.SetResult();

        foreach (var answer in waiting) (await Should.ThrowAsync<PipelineStoppedException>(() => answer)).InnerException.ShouldBe(Mistake);
        await Should.ThrowAsync<PipelineStoppedException>(() => pipeline.Completion);
        await Should.ThrowAsync<PipelineStoppedException>(() => pipeline.Send(asked));
        await Should.ThrowAsync<PipelineStoppedException>(() => pipeline.Send(asked with { DryRun = true }));
    }

    [Fact]
    public async Task The_completion_of_a_pipeline_that_was_stopped_is_no_failure()
    {
        var pipeline = new CommandPipeline(Toy.Model, new InMemoryEventStore(Toy.Catalog, () => Noon), () => Noon);
        await pipeline.DisposeAsync();
        await pipeline.Completion;
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"))).Status.ShouldBe(CommandStatus.Busy);
    }

    [Theory]
    [InlineData(0, 1, 1, 1, 1)]
    [InlineData(1, 0, 1, 1, 1)]
    [InlineData(1, 1, 0, 1, 1)]
    [InlineData(1, 1, 1, -1, 1)]
    [InlineData(1, 1, 1, 1, 0)]
    [InlineData(1, 1, 1, 1, 3)]
    public void Options_with_which_nothing_could_go_on_are_refused(int batch, int waiting, int attempts, int cached, int flights) => Should.Throw<ArgumentOutOfRangeException>(
        () => new PipelineOptions { MaxBatch = batch, MaxWaiting = waiting, MaxAttempts = attempts, CachedStreams = cached, MaxFlights = flights });

    /// <summary>Whoever listens to the program's figures runs inside the loop. This one throws in what this test started, and leaves the others' pipelines alone.</summary>
    static MeterListener ListenerThatThrowsHere()
    {
        var here = new AsyncLocal<bool> { Value = true };
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "livecommerce.decisions") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (here.Value) throw Mistake;
        });
        listener.Start();
        return listener;
    }

    sealed class ForgetfulStore(IEventStore inner) : IEventStore
    {
        public Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation) => inner.Append(batch, after, cancellation);

        public Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation) =>
            inner.Load([], cancellation);

        public Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation) => inner.ReadStream(stream, query, cancellation);

        public Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation) => inner.ReadAll(query, cancellation);

        public Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation) => inner.FindReceipt(commandId, cancellation);

        public Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation) => inner.IsSameRequest(commandId, requestDigest, cancellation);
    }
}
