using LiveCommerce.Postgres;
using Npgsql;

namespace LiveCommerce.Tests.Harness;

/// <summary>A series of duplicates is one transaction: it is there with all that belongs to it, or not at all.</summary>
public sealed class SeriesTests(TestCluster cluster)
{
    const int Length = 20;

    // the statement that waits for this table is in the middle of the append: others of it are done, others to come
    [Theory, Rule("BEY-11")]
    [InlineData("mt_events")]
    [InlineData("lc_registrations")]
    [InlineData("lc_slots")]
    [InlineData("lc_commands")]
    public async Task A_host_killed_in_the_middle_leaves_all_of_a_series_or_nothing_and_asking_again_gives_exactly_one(string table)
    {
        await using var arena = await Arena.Open(cluster);
        var (original, series) = (Requests.Submit(0, 0, 1), Requests.Series(0, 0, 1, Length));
        var victim = arena.Process();
        (await victim.Ask(original)).ShouldNotBeNull().IsAccepted.ShouldBeTrue();

        await using (var gate = await arena.Raw.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await using var hold = await gate.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await Execute(gate, $"lock table {table} in share mode"); // whoever reads goes on, whoever writes waits
            var unanswered = victim.Ask(series);
            while ((await arena.Ask<long>($"select count(*) from pg_locks where relation = '{table}'::regclass and not granted")).Single() == 0) await Task.Delay(1, TestContext.Current.CancellationToken);
            await victim.Kill();
            (await unanswered).ShouldBeNull();
            (await Registered(arena)).ShouldBe(1);
        }
        (await Registered(arena)).ShouldBeOneOf(1, 1 + Length);

        var again = (await arena.Process().Ask(series)).ShouldNotBeNull();
        (again.IsFinal, again.IsAccepted).ShouldBe((true, true));
        (await Registered(arena)).ShouldBe(1 + Length);
        (await arena.Ask<int>("select slot::int from lc_slots order by slot")).ShouldBe(Enumerable.Range(1, 1 + Length));
        (await arena.Ask<long>("select count(*) from lc_registrations where duplicated_from is not null group by duplicated_from")).ShouldBe([Length]);
        (await arena.Ask<long>("select count(*) from lc_commands where name = 'duplicate_series'")).ShouldBe([1]);
        await arena.CheckInvariants();
    }

    [Fact, Rule("BEY-11"), Rule("RREC-15")]
    public async Task A_series_that_does_not_fit_takes_nothing()
    {
        await using var arena = await Arena.Open(cluster);
        var host = arena.Host();
        (await host.Ask(Requests.Submit(0, 0, 1))).IsAccepted.ShouldBeTrue();
        (await host.Ask(Requests.Series(0, 0, 1, 94))).IsAccepted.ShouldBeTrue();
        var refused = await host.Ask(Requests.Series(0, 0, 1, Length));
        (refused.IsFinal, refused.IsAccepted, refused.Says).ShouldBe((true, false, string.Join(',', Enumerable.Repeat("registration.cap-reached", 15))));
        (await Registered(arena)).ShouldBe(95);
        (await host.Ask(Requests.Series(0, 0, 1, 5))).IsAccepted.ShouldBeTrue();
        (await Registered(arena)).ShouldBe(100);
        await arena.CheckInvariants();
    }

    [Fact, Rule("BEY-11"), Rule("REG-03")]
    public async Task Series_that_race_through_two_hosts_get_slots_without_a_gap_or_nothing()
    {
        await using var arena = await Arena.Open(cluster);
        WriterProcess[] hosts = [arena.Process(), arena.Process()];
        (await hosts[0].Ask(Requests.Submit(0, 0, 1))).ShouldNotBeNull().IsAccepted.ShouldBeTrue();
        var answers = await Storm.Ask(hosts, Enumerable.Range(10, 12).Select(count => Requests.Series(0, 0, 1, count)));
        var taken = answers.Where(pair => pair.Value.IsAccepted).Sum(pair => int.Parse(pair.Key.Split('/')[^1], null));
        (await arena.Ask<int>("select slot::int from lc_slots order by slot")).ShouldBe(Enumerable.Range(1, 1 + taken));
        answers.Values.ShouldAllBe(answer => answer.IsFinal);
        await arena.CheckInvariants();
    }

    static async Task<long> Registered(Arena arena) => (await arena.Ask<long>("select count(*) from lc_registrations")).Single();

    static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
