using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>What the append does beyond the contract that all stores share.</summary>
public sealed class AppendTests(TestCluster cluster) : IAsyncLifetime
{
    TestStore test = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => test = await TestStore.Create(cluster);

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task The_guard_names_every_stale_stream_and_every_answered_command_and_draws_no_number()
    {
        var (store, jar, moved, command) = (test.Store(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(moved, 0), Jars.Drop(jar, 0, command: command)], Cancellation);
        var conflict = (await store.Append([Jars.Drop(Guid.CreateVersion7(), 0), Jars.Drop(moved, 0), Jars.Answer(command, new StreamVersion(jar, 7))], Cancellation))
            .ShouldBeOfType<AppendOutcome.Conflict>();
        conflict.Stale.ShouldBe([moved, jar], ignoreOrder: true);
        conflict.Answered.ShouldBe([command]);
        conflict.LogReplaced.ShouldBeFalse();
        (await test.Ask<long>("select last_value from mt_events_sequence")).ShouldBe(2);
        (await test.Ask<long>("select count(*) from mt_events")).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_only_read_is_checked_even_when_nothing_is_written()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        var reads = new Commit { CommandId = Guid.CreateVersion7(), Reads = [new(jar, 1)], ChecksReceipt = false };
        (await store.Append([reads], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>().LastPosition.ShouldBe(1);
        (await store.Append([reads with { Reads = [new(jar, 0)] }], Cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().Stale.ShouldBe([jar]);
    }

    [Fact]
    public async Task A_stream_written_without_having_been_read_is_checked_as_well()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        (await store.Append([Jars.Drop(jar, 0) with { Reads = [] }], Cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().Stale.ShouldBe([jar]);
    }

    [Fact]
    public async Task A_receipt_comes_back_as_it_was_with_the_place_of_its_last_fact()
    {
        var (store, first, second, third) = (test.Store(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var jar = Guid.CreateVersion7();
        var commits = new[] { Jars.Drop(jar, 0, command: first), Jars.Answer(second), Jars.Drop(jar, 1, command: third) };
        await store.Append(commits, Cancellation);
        (await store.FindReceipt(first, Cancellation)).ShouldBe(commits[0].Receipt! with { Position = 1 });
        (await store.FindReceipt(second, Cancellation)).ShouldBe(commits[1].Receipt! with { Position = 1 });
        (await store.FindReceipt(third, Cancellation)).ShouldBe(commits[2].Receipt! with { Position = 2 });
    }

    [Fact]
    public async Task The_time_of_recording_never_falls_along_the_log()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        await test.Execute("update mt_events set timestamp = now() + interval '1 hour'"); // as if the clock had been set back since
        var ahead = (await store.ReadAll(new(), Cancellation)).ShouldHaveSingleItem().RecordedAt;
        (await store.Append([Jars.Drop(jar, 1), Jars.Drop(jar, 2)], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>().RecordedAt.ShouldBe(ahead);
        (await store.ReadAll(new(), Cancellation)).ShouldAllBe(fact => fact.RecordedAt == ahead);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_slot_outside_the_cap_cannot_be_written(int slot)
    {
        var store = test.Store();
        await Should.ThrowAsync<WriteRejectedException>(() => store.Append([Jars.Drop(Guid.CreateVersion7(), 0), Jars.Take(Guid.CreateVersion7(), 0, slot, Guid.CreateVersion7())], Cancellation));
        (await test.Ask<long>("select count(*) from mt_events")).ShouldBe(0);
    }

    [Fact, Rule("REG-03")]
    public async Task A_slot_is_taken_once_and_a_registration_takes_one()
    {
        var (store, quota, registration) = (test.Store(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.Append([Jars.Take(quota, 0, 1, registration)], Cancellation);
        await Should.ThrowAsync<WriteRejectedException>(() => store.Append([Jars.Take(quota, 1, 1, Guid.CreateVersion7())], Cancellation));
        await Should.ThrowAsync<WriteRejectedException>(() => store.Append([Jars.Take(quota, 1, 2, registration)], Cancellation));
        (await store.Append([Jars.Take(quota, 1, 2, Guid.CreateVersion7())], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD83C)] // half of a surrogate pair
    public async Task Text_that_the_database_cannot_hold_is_rejected_and_the_store_goes_on(int character)
    {
        var coin = $"a {(char)character} coin";
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        var bad = Jars.Drop(Guid.CreateVersion7(), 0);
        bad = bad with { Receipt = bad.Receipt! with { IdempotencyKey = coin } };
        var rejected = await Should.ThrowAsync<WriteRejectedException>(() => store.Append([Jars.Drop(jar, 0), bad], Cancellation));
        rejected.Message.ShouldNotContain(coin);
        (await store.Append([Jars.Drop(jar, 0)], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
    }

    [Fact]
    public async Task A_replaced_log_is_noticed_and_the_next_append_goes_to_the_new_one()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        await test.Execute("update lc_log set epoch = epoch + 1");
        (await store.Append([Jars.Drop(jar, 1)], Cancellation)).ShouldBeOfType<AppendOutcome.Conflict>().LogReplaced.ShouldBeTrue();
        (await store.Append([Jars.Drop(jar, 1)], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
    }

    [Fact]
    public async Task The_rows_of_one_append_may_have_an_instant_or_none_whichever_comes_first()
    {
        await using var connection = await test.Database().Appending.OpenConnectionAsync(Cancellation);
        DateTime?[] times = [null, new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), null];
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand("select count(at) from unnest($1) as at").Column(times, time => time) } };
        (await batch.ExecuteScalarAsync(Cancellation)).ShouldBe(1L);
    }

    [Fact]
    public async Task Rows_go_to_the_generation_that_is_active_at_the_append()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Row(jar, 0)], Cancellation);
        await test.Execute("insert into lc_views (view, generation, fold_version) values ('jars', 5, 1)");
        (await store.Append([Row(jar, 1)], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        (await test.Ask<string>("select string_agg(generation || ':' || version, ' ' order by generation) from lc_jars")).ShouldBe("0:1 5:2");
    }

    static Commit Row(Guid jar, long after) => Jars.Drop(jar, after) with { Rows = [new(Toy.View, jar, after + 1, new JarRow(jar, after + 1, 1))] };
}
