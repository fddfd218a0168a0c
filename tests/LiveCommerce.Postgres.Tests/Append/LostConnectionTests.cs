using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using LiveCommerce.Tests.Harness;

namespace LiveCommerce.Tests;

/// <summary>A connection lost in the middle of an append: its batch is in the log once, and the caller is told so.</summary>
public sealed class LostConnectionTests(TestCluster cluster) : IAsyncLifetime
{
    TestStore test = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => test = await TestStore.Create(cluster);

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Theory]
    [InlineData(Cut.BeforeArrival)]
    [InlineData(Cut.BeforeCommit)]
    [InlineData(Cut.AfterCommit)]
    public async Task A_batch_whose_connection_is_cut_is_written_once(Cut where)
    {
        await using var proxy = new CuttingProxy(test.ConnectionString);
        await using var database = PostgresDatabase.Open(proxy.ConnectionString);
        await using var store = new PostgresEventStore(database, Toy.Catalog);
        var jar = Guid.CreateVersion7();
        for (var i = 0; i < 10; i++)
        {
            var cut = i == 0 ? Task.CompletedTask : proxy.CutNext(where);
            var committed = (await store.Append([Jars.Drop(jar, i), Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
            await cut;
            committed.LastPosition.ShouldBe(await test.Ask<long>("select max(seq_id) from mt_events"));
        }
        (await test.Ask<long>("select count(*) from mt_events")).ShouldBe(20);
        (await test.Ask<long>("select count(*) from lc_commands")).ShouldBe(20);
    }

    [Theory]
    [InlineData(Cut.BeforeArrival)]
    [InlineData(Cut.AfterCommit)]
    public async Task Receipts_without_facts_are_recognised_as_well(Cut where)
    {
        await using var proxy = new CuttingProxy(test.ConnectionString);
        await using var database = PostgresDatabase.Open(proxy.ConnectionString);
        await using var store = new PostgresEventStore(database, Toy.Catalog);
        await store.Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        var cut = proxy.CutNext(where);
        (await store.Append([Answer(), Answer()], Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        await cut;
        (await test.Ask<long>("select count(*) from lc_commands")).ShouldBe(3);
    }

    [Fact]
    public async Task A_read_over_a_connection_that_died_unnoticed_is_asked_again()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        (await store.Load([jar], Cancellation))[jar].Count.ShouldBe(1);
        await test.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        (await store.Load([jar], Cancellation))[jar].Count.ShouldBe(1);
        (await store.ReadAll(new(), Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_terminated_backend_is_no_failure()
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        await using var other = await test.Raw.OpenConnectionAsync(Cancellation);
        await using var hold = new Npgsql.NpgsqlCommand("begin; select pg_advisory_xact_lock(hashtextextended(current_schema() || '.mt_events', 0))", other);
        await hold.ExecuteNonQueryAsync(Cancellation);
        var append = store.Append([Jars.Drop(jar, 1)], Cancellation);
        while (await test.Ask<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event = 'advisory'") == 0) await Task.Delay(10, Cancellation);
        await using var release = new Npgsql.NpgsqlCommand("rollback", other);
        await release.ExecuteNonQueryAsync(Cancellation);
        (await append).ShouldBeOfType<AppendOutcome.Committed>().LastPosition.ShouldBe(2);
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Of_two_batches_that_wait_for_the_log_the_second_is_written_after_the_first_or_not_at_all_whichever_connection_dies(string order)
    {
        var (store, jar) = (test.Store(), Guid.CreateVersion7());
        await store.Append([Jars.Drop(jar, 0)], null, Cancellation);
        await using var other = await test.Raw.OpenConnectionAsync(Cancellation);
        await using var hold = new Npgsql.NpgsqlCommand("begin; select pg_advisory_xact_lock(hashtextextended(current_schema() || '.mt_events', 0))", other);
        await hold.ExecuteNonQueryAsync(Cancellation);
        Commit[] first = [Jars.Drop(jar, 1)], second = [Jars.Drop(jar, 2)];
        var (one, two) = (store.Append(first, null, Cancellation), store.Append(second, first, Cancellation));
        while (await test.Ask<long>("select count(*) from pg_stat_activity where wait_event = 'advisory' and datname = current_database()") < 2) await Task.Delay(1, TestContext.Current.CancellationToken);
        await test.Execute($"select pg_terminate_backend(pid) from (select pid from pg_stat_activity where wait_event = 'advisory' and datname = current_database() order by xact_start {order} limit 1) w");
        await using var release = new Npgsql.NpgsqlCommand("rollback", other);
        await release.ExecuteNonQueryAsync(Cancellation);

        (await one).ShouldBeOfType<AppendOutcome.Committed>();
        if (await two is AppendOutcome.Conflict conflict)
        {
            conflict.ShouldSatisfyAllConditions(() => conflict.PredecessorMissing.ShouldBeTrue(), () => conflict.Stale.ShouldBeEmpty());
            (await store.Append(second, null, Cancellation)).ShouldBeOfType<AppendOutcome.Committed>();
        }
        (await store.ReadStream(jar, new(), Cancellation)).Select(fact => fact.Envelope.CommandId).Skip(1).ShouldBe([first[0].CommandId, second[0].CommandId]);
    }

    [Fact]
    public async Task Without_a_database_the_outcome_is_unknown_after_a_bounded_time()
    {
        var proxy = new CuttingProxy(test.ConnectionString);
        await using var database = PostgresDatabase.Open(proxy.ConnectionString, new() { OutcomeTimeout = TimeSpan.FromMilliseconds(300) });
        await using var store = new PostgresEventStore(database, Toy.Catalog);
        var jar = Guid.CreateVersion7();
        await store.Append([Jars.Drop(jar, 0)], Cancellation);
        await proxy.DisposeAsync();
        await Should.ThrowAsync<OutcomeUnknownException>(() => store.Append([Jars.Drop(jar, 1)], Cancellation));
    }

    static Commit Answer()
    {
        var command = Guid.CreateVersion7();
        return Jars.Answer(command, new StreamVersion(Guid.CreateVersion7(), 0));
    }
}
