using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>A follower sees every fact once and in the order of commit, however many hosts write and however many follow.</summary>
public sealed class FollowerTests(TestCluster cluster) : IAsyncLifetime
{
    TestStore test = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        test = await TestStore.Create(cluster);
        await test.Execute("create table lc_seen (seen bigint generated always as identity, position bigint)");
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task Every_fact_once_and_in_order_while_two_stores_write_and_two_hosts_follow()
    {
        const int batches = 60;
        await using var here = new Following(test.Database(), test.Store(), new Seen());
        await using var there = new Following(test.Database(), test.Store(), new Seen());
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            var store = test.Store();
            for (var i = 0; i < batches; i++) await store.Append([.. Enumerable.Range(0, 10).Select(_ => Jars.Drop(Guid.CreateVersion7(), 0))], Cancellation);
        }));
        while (await test.Ask<long>("select count(*) from lc_seen") < 2 * batches * 10) await Task.Delay(20, Cancellation);
        (await test.Ask<long>("select count(*) from (select position, lag(position) over (order by seen) as before from lc_seen) as seen where position <= before")).ShouldBe(0);
        (await test.Ask<long>("select count(*) from lc_seen")).ShouldBe(2 * batches * 10);
        (await test.Ask<long>("select position from lc_checkpoints where follower = 'seen'")).ShouldBe(await test.Ask<long>("select max(seq_id) from mt_events"));
    }

    [Fact]
    public async Task A_reader_by_position_skips_nothing_while_two_stores_write()
    {
        var (seen, writing) = (new List<long>(), true);
        var reader = test.Store();
        var reading = Task.Run(async () =>
        {
            var last = 0L;
            while (true)
            {
                var ended = !Volatile.Read(ref writing);
                var page = await reader.ReadAll(new(last), Cancellation);
                seen.AddRange(page.Select(fact => fact.Position));
                if (page.Count > 0) last = page[^1].Position;
                else if (ended) return;
            }
        }, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            var store = test.Store();
            for (var i = 0; i < 100; i++) await store.Append([.. Enumerable.Range(0, 5).Select(_ => Jars.Drop(Guid.CreateVersion7(), 0))], Cancellation);
        }));
        Volatile.Write(ref writing, false);
        await reading;
        seen.ShouldBe(Enumerable.Range(1, 1000).Select(position => (long)position));
    }

    [Fact]
    public async Task The_bell_wakes_a_follower_well_before_its_poll()
    {
        await using var following = new Following(test.Database(), test.Store(), new Seen());
        var store = test.Store();
        await store.Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        while (await test.Ask<long>("select count(*) from lc_seen") < 1) await Task.Delay(5, Cancellation);
        var delays = new List<TimeSpan>();
        for (var i = 2; i < 7; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await store.Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
            while (await test.Ask<long>("select count(*) from lc_seen") < i) await Task.Delay(1, Cancellation);
            delays.Add(TimeProvider.System.GetElapsedTime(start));
        }
        delays.Order().First().ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task What_a_follower_fails_at_leaves_no_trace_and_stops_it_loudly()
    {
        await test.Store().Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        await using var following = new Following(test.Database(), test.Store(), new Seen(fails: true));
        await Should.ThrowAsync<InvalidOperationException>(() => following.Completion);
        (await test.Ask<long>("select count(*) from lc_seen")).ShouldBe(0);
        (await test.Ask<long>("select count(*) from lc_checkpoints")).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_the_database_rejects_stops_its_follower_loudly_and_the_others_go_on()
    {
        var told = new TaskCompletionSource<WorkTrouble>();
        await using var following = new Following(test.Database(), test.Store(), told.SetResult, new Seen(), new Saying("rejected", "insert into lc_nowhere values (1)"));
        var store = test.Store();
        await store.Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        (await Should.ThrowAsync<PostgresException>(() => following.Completion)).SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
        var trouble = await told.Task;
        (trouble.Work, trouble.HasStopped, trouble.Reason).ShouldBe(("rejected", true, "42P01: relation \"lc_nowhere\" does not exist"));
        await store.Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        while (await test.Ask<long>("select count(*) from lc_seen") < 2) await Task.Delay(5, Cancellation);
        (await test.Ask<long>("select count(*) from lc_checkpoints where follower = 'rejected'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_connection_that_the_server_ended_is_told_and_tried_again()
    {
        var told = new TaskCompletionSource<WorkTrouble>();
        await test.Execute("create table lc_once (only_row int primary key); create sequence lc_tries");
        await using var following = new Following(test.Database(), test.Store(), trouble => told.TrySetResult(trouble),
            new Saying("ended", "select case when nextval('lc_tries') = 1 then pg_terminate_backend(pg_backend_pid()) end", "insert into lc_once values (1)"));
        await test.Store().Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        var trouble = await told.Task;
        (trouble.Work, trouble.HasStopped).ShouldBe(("ended", false));
        while (await test.Ask<long>("select count(*) from lc_once") < 1) await Task.Delay(5, Cancellation);
        following.Completion.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_follower_s_statements_are_planned_as_usual_and_the_readers_go_by_key()
    {
        const string settings = "current_setting('enable_hashjoin') || ' ' || current_setting('enable_seqscan') || ' ' || current_setting('plan_cache_mode')";
        var database = test.Database();
        await test.Execute("create table lc_settings (said text)");
        await test.Store().Append([Jars.Drop(Guid.CreateVersion7(), 0)], Cancellation);
        await Following.CatchUp(database, test.Store(), new Saying("planned", $"insert into lc_settings select {settings}"), Cancellation);
        (await test.Ask<string>("select said from lc_settings")).ShouldBe("on on auto");
        await using var reading = database.Reading.CreateCommand($"select {settings}");
        (await reading.ExecuteScalarAsync(Cancellation)).ShouldBe("off off force_generic_plan");
        await using var appending = database.Appending.CreateCommand($"select {settings}");
        (await appending.ExecuteScalarAsync(Cancellation)).ShouldBe("off off force_generic_plan");
    }

    [Fact]
    public async Task Following_with_nobody_to_follow_ends_when_it_is_disposed_of()
    {
        var following = new Following(test.Database(), test.Store());
        following.Completion.IsCompleted.ShouldBeFalse();
        await following.DisposeAsync();
        await following.Completion;
    }

    sealed class Saying(string name, params string[] statements) : Follower(name)
    {
        protected internal override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
        {
            foreach (var statement in statements)
            {
                await using var command = new NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync(cancellation);
            }
        }
    }

    sealed class Seen(bool fails = false) : Follower("seen")
    {
        protected internal override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
        {
            await using var command = new NpgsqlCommand("insert into lc_seen (position) select * from unnest($1) as seen (position)", connection)
            {
                Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. facts.Select(fact => fact.Position)] } },
            };
            await command.ExecuteNonQueryAsync(cancellation);
            if (fails) throw new InvalidOperationException("It does not know this fact.");
        }
    }
}
