using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>What every event store must do; run on the in-memory store and on PostgreSQL.</summary>
public abstract partial class EventStoreContract : IAsyncLifetime
{
    static readonly Moment Start = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));
    readonly Guid jar = Guid.CreateVersion7();
    IEventStore store = null!;

    internal abstract Task<IEventStore> Open(EventCatalog catalog);

    /// <summary>How many refusals of a companion stream are counted and not yet told.</summary>
    internal abstract Task<int> SuppressedOf(Guid refusalLog);

    public async ValueTask InitializeAsync() => store = await Open(Toy.Catalog);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    CommandPipeline Pipeline(PipelineOptions? options = null) => new(Toy.Model, store, () => Start, options);

    Task<IReadOnlyList<RecordedEvent>> Stream(Guid id) => store.ReadStream(id, new(), TestContext.Current.CancellationToken);

    Task<IReadOnlyList<RecordedEvent>> Log() => store.ReadAll(new(0, 10_000), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_fact_comes_back_as_it_was_with_who_when_why_and_by_which_rule()
    {
        await using var pipeline = Pipeline();
        var result = await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1") with { CorrelationId = "request-1", CausationId = "cause-1", Channel = "SellerCenter" });
        result.Status.ShouldBe(CommandStatus.Answered);
        var recorded = (await Stream(jar)).ShouldHaveSingleItem();
        recorded.Body.ShouldBe(new CoinDropped("penny"));
        recorded.Version.ShouldBe(1);
        recorded.StreamType.ShouldBe("jar");
        recorded.Type.ShouldBe("coin_dropped_v2");
        recorded.Position.ShouldBe(result.Receipt?.Position ?? -1);
        var envelope = recorded.Envelope;
        (envelope.UserId, envelope.Role, envelope.CorrelationId, envelope.CausationId, envelope.Channel).ShouldBe(("user-1", ActorRole.Merchant, "request-1", "cause-1", "SellerCenter"));
        (envelope.Policy, envelope.Rule, envelope.DecidedAt, envelope.EffectiveAt, envelope.Market).ShouldBe(("toy/1", "TOY-01", Start, Start, "default"));
        recorded.IsIntact().ShouldBeTrue();
    }

    [Fact]
    public async Task Each_envelope_carries_the_digest_of_the_stream_s_previous_event()
    {
        await using var pipeline = Pipeline();
        for (var i = 0; i < 3; i++) await pipeline.Send(Toy.Ask(new DropCoin(jar, $"coin {i}"), $"k{i}"));
        var facts = await Stream(jar);
        facts.Select(fact => fact.Envelope.PreviousDigest).ShouldBe([null, facts[0].Envelope.Digest, facts[1].Envelope.Digest]);
    }

    [Fact]
    public async Task The_latest_fact_of_each_stream_comes_alone_and_whole()
    {
        var (other, empty) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var pipeline = Pipeline();
        foreach (var (stream, coin) in new[] { (jar, "penny"), (jar, "dime"), (other, "cent") }) await pipeline.Send(Toy.Ask(new DropCoin(stream, coin), coin));
        var latest = await store.LoadLatest([jar, other, empty, jar], TestContext.Current.CancellationToken);
        latest.Keys.ShouldBe([jar, other], ignoreOrder: true);
        latest[jar].ShouldBe((await Stream(jar))[1]);
        latest[other].Body.ShouldBe(new CoinDropped("cent"));
    }

    [Fact]
    public async Task Asking_again_with_the_same_key_gets_the_first_answer_and_records_nothing()
    {
        await using (var pipeline = Pipeline()) await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        await using var later = Pipeline();
        var again = await later.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        again.Status.ShouldBe(CommandStatus.AnsweredBefore);
        again.Receipt.ShouldNotBeNull().Facts.ShouldBe([new(jar, "jar", 1, "coin_dropped_v2")]);
        (await later.Send(Toy.Ask(new DropCoin(jar, "dime"), "k1"))).Status.ShouldBe(CommandStatus.KeyReused);
        (await Log()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Already_so_records_no_fact_but_keeps_its_receipt()
    {
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new SealJar(jar), "k1"));
        (await pipeline.Send(Toy.Ask(new SealJar(jar), "k2"))).Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.AlreadySo);
        (await pipeline.Send(Toy.Ask(new SealJar(jar), "k2"))).Status.ShouldBe(CommandStatus.AnsweredBefore);
        (await Stream(jar)).Count.ShouldBe(1);
    }

    [Fact, Rule("BEY-02")]
    public async Task A_refusal_names_every_broken_rule_and_is_a_fact_of_the_companion_stream()
    {
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new SealJar(jar), "k1"));
        var refused = (await pipeline.Send(Toy.Ask(new DropCoin(jar, "button"), "k2"))).Receipt.ShouldNotBeNull();
        refused.Refusals.Select(refusal => refusal.Code).ShouldBe(["jar.sealed", "jar.coin.unknown"]);
        (await Stream(jar)).Count.ShouldBe(1);
        var recorded = (await Stream(RefusalLog.Of(jar, Start).Id)).ShouldHaveSingleItem();
        recorded.Body.ShouldBe(new CommandRefused("drop_coin", jar, refused.Refusals));
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "button"), "k2"))).Status.ShouldBe(CommandStatus.AnsweredBefore);
        (await Log()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_caller_may_not_see_and_a_dry_run_leave_no_trace()
    {
        await using var pipeline = Pipeline();
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "ghost"), "k1"))).Status.ShouldBe(CommandStatus.NotVisible);
        var dry = await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k2") with { DryRun = true });
        dry.Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Recorded);
        (await Log()).ShouldBeEmpty();
        (await store.FindReceipt(Toy.Ask(new SealJar(jar), "k2").CommandId, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_is_tried_even_where_its_key_was_answered_before()
    {
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        for (var i = 0; i < 20; i++)
        {
            var again = pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
            var dry = await pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k1") with { DryRun = true });
            dry.Status.ShouldBe(CommandStatus.Answered);
            (await again).Status.ShouldBe(CommandStatus.AnsweredBefore);
        }
    }

    [Fact]
    public async Task A_stale_If_Match_is_refused_and_never_retried()
    {
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k2") with { IfMatch = 0 })).Status.ShouldBe(CommandStatus.Stale);
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "ghost"), "k4") with { IfMatch = 0 })).Status.ShouldBe(CommandStatus.NotVisible);
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k3") with { IfMatch = 1 })).Status.ShouldBe(CommandStatus.Answered);
        (await Stream(jar)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_that_moved_elsewhere_is_reloaded_and_decided_afresh()
    {
        await using var here = Pipeline();
        await using var there = Pipeline();
        await here.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        await there.Send(Toy.Ask(new SealJar(jar), "k2"));
        var refused = await here.Send(Toy.Ask(new DropCoin(jar, "dime"), "k3"));
        refused.Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["jar.sealed"]);
        (await there.Send(Toy.Ask(new SealJar(jar), "k4"))).Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.AlreadySo);
    }

    [Fact]
    public async Task A_stream_that_was_thought_new_and_is_not_is_decided_afresh()
    {
        await using var here = Pipeline();
        await using var there = Pipeline();
        (await here.Send(Toy.Ask(new DropFirstCoin(jar, "penny"), "k1"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await there.Send(Toy.Ask(new DropFirstCoin(jar, "dime"), "k2"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await Stream(jar)).Select(fact => fact.Body).ShouldBe([new CoinDropped("penny"), new CoinDropped("dime")]);
    }

    [Fact]
    public async Task What_was_read_and_not_written_is_checked_too()
    {
        var other = Guid.CreateVersion7();
        await using var here = Pipeline();
        await using var there = Pipeline();
        await here.Send(Toy.Ask(new SealJar(jar), "k1"));
        await here.Send(Toy.Ask(new DropCoinInEither(jar, other, "penny"), "k2"));
        for (var i = 0; i < 4; i++) await there.Send(Toy.Ask(new DropCoin(other, "dime"), $"t{i}"));
        var refused = await here.Send(Toy.Ask(new DropCoinInEither(jar, other, "penny"), "k3"));
        refused.Receipt.ShouldNotBeNull().Refusals.ShouldHaveSingleItem().Code.ShouldBe("jar.full");
    }

    [Fact]
    public async Task Racing_callers_on_one_stream_never_pass_the_cap_and_are_decided_about_once()
    {
        await using var pipeline = Pipeline();
        var results = await Task.WhenAll(Enumerable.Range(0, 150).Select(i => pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), $"k{i}"))));
        results.Count(result => result.Receipt is { Recorded: true }).ShouldBe(Toy.Cap);
        results.Count(result => result.Receipt is { Outcome: Outcome.Refused }).ShouldBe(150 - Toy.Cap);
        pipeline.DecisionsTaken.ShouldBeLessThanOrEqualTo(180);
        (await Stream(jar)).Select(fact => fact.Version).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Racing_pipelines_on_one_stream_never_pass_the_cap_either()
    {
        await using var here = Pipeline();
        await using var there = Pipeline();
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? here : there).Send(Toy.Ask(new DropCoin(jar, "penny"), $"k{i}"))));
        results.Count(result => result.Receipt is { Recorded: true }).ShouldBe(Toy.Cap);
        results.ShouldAllBe(result => result.Status == CommandStatus.Answered);
        (await Stream(jar)).Count.ShouldBe(Toy.Cap);
    }

    [Fact]
    public async Task The_log_reads_forwards_and_backwards_from_any_position_without_a_gap()
    {
        await using var pipeline = Pipeline();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => pipeline.Send(Toy.Ask(new DropCoin(Guid.CreateVersion7(), $"coin {i}"), $"k{i}"))));
        var all = await Log();
        all.Count.ShouldBe(20);
        all.Select(fact => fact.Position).ShouldBe(all.Select(fact => fact.Position).Order());
        var cancellation = TestContext.Current.CancellationToken;
        (await store.ReadAll(new(all[4].Position, 3), cancellation)).Select(fact => fact.Id).ShouldBe(all.Skip(5).Take(3).Select(fact => fact.Id));
        (await store.ReadAll(new(all[4].Position, 3, Backwards: true), cancellation)).Select(fact => fact.Id).ShouldBe([all[3].Id, all[2].Id, all[1].Id]);
        (await store.ReadAll(ReadQuery.Latest(2), cancellation)).Select(fact => fact.Id).ShouldBe([all[19].Id, all[18].Id]);
    }

    [Fact]
    public async Task A_batch_rests_on_versions_and_is_written_wholly_or_not_at_all()
    {
        await using (var pipeline = Pipeline()) await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k1"));
        var other = Guid.CreateVersion7();
        var cancellation = TestContext.Current.CancellationToken;
        var conflict = await store.Append([Raw(other, 0, "a"), Raw(jar, 0, "b")], cancellation);
        conflict.ShouldBeOfType<AppendOutcome.Conflict>().Stale.ShouldBe([jar]);
        (await Log()).Count.ShouldBe(1);
        (await store.Append([Raw(other, 0, "a"), Raw(jar, 1, "b"), Raw(jar, 2, "c")], cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await Stream(jar)).Select(fact => fact.Version).ShouldBe([1, 2, 3]);
        (await store.Append([], cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
    }

    [Fact]
    public async Task A_batch_may_follow_one_that_is_not_answered_yet_and_is_written_after_it()
    {
        Commit[] first = [Answered(Raw(jar, 0, "a"))], second = [Answered(Raw(jar, 1, "b"))], third = [Answered(Raw(jar, 2, "c"))];
        var cancellation = TestContext.Current.CancellationToken;
        var answers = new[] { store.Append(first, null, cancellation), store.Append(second, first, cancellation) };
        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer is AppendOutcome.Committed);
        (await store.Append(third, second, cancellation)).ShouldBeOfType<AppendOutcome.Committed>("the batch before it may have been answered since");
        (await Stream(jar)).Select(fact => fact.Version).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_batch_that_follows_one_which_was_not_written_is_not_written_though_another_host_filled_its_versions()
    {
        Commit[] refused = [Answered(Raw(jar, 0, "a")), Answered(Raw(jar, 5, "b"))], elsewhere = [Answered(Raw(jar, 0, "c")), Answered(Raw(jar, 1, "d"))];
        var cancellation = TestContext.Current.CancellationToken;
        (await store.Append(elsewhere, cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await store.Append(refused, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>();
        (await store.Append([Answered(Raw(jar, 2, "e"))], refused, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().PredecessorMissing.ShouldBeTrue();
        Commit[] neverGiven = [Answered(Raw(jar, 1, "f"))];
        (await store.Append([Answered(Raw(jar, 2, "e"))], neverGiven, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().PredecessorMissing.ShouldBeTrue();
        (await Log()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_commands_written_by_another_host_do_not_stand_in_for_the_batch_that_was_followed()
    {
        Commit[] here = [Answered(Raw(jar, 0, "a"))], there = [Answered(Raw(jar, 0, "a"))], part = [Answered(Raw(jar, 0, "a"))];
        var cancellation = TestContext.Current.CancellationToken;
        (await store.Append(there, cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await store.Append(here, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().Answered.ShouldBe([here[0].CommandId]);
        (await store.Append([Answered(Raw(jar, 1, "b"))], here, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().PredecessorMissing.ShouldBeTrue();
        (await store.Append([Answered(Raw(jar, 1, "b"))], part, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().PredecessorMissing.ShouldBeTrue();
        (await Log()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_without_a_receipt_cannot_be_known_again_and_is_not_followed()
    {
        Commit[] silent = [Raw(jar, 0, "a")];
        var cancellation = TestContext.Current.CancellationToken;
        (await store.Append(silent, cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await store.Append([Answered(Raw(jar, 1, "b"))], silent, cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().PredecessorMissing.ShouldBeTrue();
    }

    [Fact]
    public async Task An_old_shape_is_read_as_the_fact_of_today_and_an_unknown_name_stops_the_replay()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await store.Append([Raw(jar, 0, "old", Toy.Catalog.Named("coin_dropped", jar, 1), """{"Name":"farthing"}""")], cancellation);
        (await Stream(jar)).ShouldHaveSingleItem().Body.ShouldBe(new CoinDropped("farthing"));
        var foreign = Guid.CreateVersion7();
        await store.Append([Raw(foreign, 0, "new", new("coin_melted", typeof(CoinDropped), "TOY-09", _ => new JarSealed(), true), "{}")], cancellation);
        var stop = await Should.ThrowAsync<UnknownEventException>(() => Stream(foreign));
        stop.Message.ShouldContain("coin_melted");
        stop.Message.ShouldContain(foreign.ToString());
    }

    static Commit Answered(Commit commit) => commit with
    {
        RequestDigest = "d",
        Receipt = new()
        {
            CommandId = commit.CommandId, Owner = "user-1", IdempotencyKey = commit.CommandId.ToString(), Command = "drop_coin", CommandBody = "{}", Outcome = Outcome.Recorded,
            Facts = [], Refusals = [], Details = [], Reads = [], Policy = "toy/1", Code = "test", Actor = Toy.Actor, DecidedAt = Start,
        },
    };

    static Commit Raw(Guid stream, long after, string key, EventType? type = null, string body = """{"Coin":"penny","Note":null}""")
    {
        var command = DerivedId.Of(stream, key);
        var named = type ?? Toy.Catalog.Of(new CoinDropped(""));
        var envelope = new Envelope
        {
            UserId = "user-1", CorrelationId = "c", Role = ActorRole.System, CommandId = command, Policy = "toy/1", Code = "test", Market = "default",
            Rule = named.Rule, DecidedAt = Start, EffectiveAt = Start,
        };
        var id = DerivedId.Of(command, "event/0");
        envelope = envelope with { Digest = envelope.DigestOf(id, stream, after + 1, named.Alias, body) };
        return new()
        {
            CommandId = command,
            Reads = [new(stream, after)],
            Events = [new(id, Toy.Jar.At(stream), after + 1, named, body, envelope.ToHeaders(), envelope, new CoinDropped("penny"))],
        };
    }
}
