using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Tests.Rebuild;

/// <summary>Two versions of a program whose folds differ: each writes only while the rows in use are its own, and a rebuild hands over in one moment.</summary>
public sealed class FoldVersionTests(TestCluster cluster) : IAsyncLifetime
{
    static readonly InlineView<JarRow> Newer = new("jars", (row, fact) => new(fact.Stream, fact.Version, (row?.Coins ?? 0) + (fact.Body is CoinDropped ? 100 : 0)), 2);
    static readonly StreamKind<JarState> NewerJar = new("jar", new(0, false), (jar, fact) => fact is CoinDropped ? jar with { Coins = jar.Coins + 1 } : jar with { IsSealed = true }, Newer);
    static readonly DomainModel NewerModel = new(Toy.Catalog, [NewerJar], [.. Toy.Model.Routes]);

    readonly Guid jar = Guid.CreateVersion7();
    TestStore test = null!;
    PostgresDatabase database = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        test = await TestStore.Create(cluster);
        await test.Execute("create table lc_coins (generation int, coin text, dropped int, primary key (generation, coin))");
        database = test.Database();
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task A_host_of_the_older_version_writes_until_the_flip_and_nothing_after_it_and_one_of_the_newer_the_other_way_round()
    {
        await using var olderStore = new PostgresEventStore(database, Toy.Model, Table(Toy.View));
        await using var newerStore = new PostgresEventStore(database, NewerModel, Table(Newer));
        await using var older = new CommandPipeline(Toy.Model, olderStore, Now);
        await using var newer = new CommandPipeline(NewerModel, newerStore, Now);
        var (olderModels, newerModels) = (Models(Toy.Model, Toy.View, 1), Models(NewerModel, Newer, 2));

        (await Drop(older, "k1")).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await Drop(newer, "k2")).Status.ShouldBe(CommandStatus.Busy);
        (await olderModels.Differing(Cancellation)).ShouldBeEmpty();
        (await newerModels.Differing(Cancellation)).ShouldBe([new("jars", 2, 1), new("coins", 2, 1)]);
        (await newerModels.Differing(Cancellation))[0].ToString().ShouldContain("run `rebuild` with this program");
        await Following.CatchUp(database, newerStore, new Coins(2), Cancellation);
        (await test.Ask<long>("select count(*) from lc_coins")).ShouldBe(0, "rows of another version are not its to write");
        await Following.CatchUp(database, olderStore, new Coins(1), Cancellation);

        await newerModels.Rebuild("jars", cancellation: Cancellation);
        await newerModels.Rebuild("coins", cancellation: Cancellation);

        (await test.Ask<string>("select string_agg(generation || ' ' || version || ' ' || coins, ', ') from lc_jars")).ShouldBe("1 1 100");
        var facts = await test.Ask<long>("select count(*) from mt_events");
        (await Drop(older, "k3")).Status.ShouldBe(CommandStatus.Busy);
        (await Drop(older, "k1")).Status.ShouldBe(CommandStatus.Busy);
        (await older.Send(Toy.Ask(new DropCoin(jar, "pebble"), "k4"))).Status.ShouldBe(CommandStatus.Busy, "a refusal has no row and is written no more either");
        (await test.Ask<long>("select count(*) from mt_events")).ShouldBe(facts);
        (await olderModels.Differing(Cancellation)).ShouldBe([new("jars", 1, 2), new("coins", 1, 2)]);
        (await olderModels.Differing(Cancellation))[0].ToString().ShouldContain("must take this one's place");
        (await newerModels.Differing(Cancellation)).ShouldBeEmpty();

        (await Drop(newer, "k2")).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await Drop(newer, "k1")).Status.ShouldBe(CommandStatus.AnsweredBefore);
        await Following.CatchUp(database, olderStore, new Coins(1), Cancellation);
        (await test.Ask<string>("select generation || ' ' || dropped from lc_coins")).ShouldBe("1 2");
        await Following.CatchUp(database, newerStore, new Coins(2), Cancellation);
        (await test.Ask<string>("select string_agg(generation || ' ' || version, ', ') from lc_jars")).ShouldBe("1 2"); // the toy's commands bring the older fold along
        (await test.Ask<string>("select generation || ' ' || dropped from lc_coins")).ShouldBe("1 4");
    }

    ReadModels Models(DomainModel model, InlineView<JarRow> view, int foldVersion) => new(database, model, [Table(view)], [new Coins(foldVersion)]);

    static InlineTable<JarRow> Table(InlineView<JarRow> view) => new InlineTable<JarRow>(view, "lc_jars").Column("coins", row => row.Coins);

    Task<CommandResult> Drop(CommandPipeline pipeline, string key) => pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), key));

    static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());

    /// <summary>Counts coins, each as many times as its version says.</summary>
    sealed class Coins(int foldVersion) : FollowedView("coins", foldVersion, [Toy.Jar], "lc_coins")
    {
        protected internal override async Task Apply(NpgsqlConnection connection, int generation, IReadOnlyList<Fact> facts, CancellationToken cancellation)
        {
            await using var command = new NpgsqlCommand("""
                insert into lc_coins (generation, coin, dropped) select $1, coin, count(*) * $2 from unnest($3) as coin group by coin
                on conflict (generation, coin) do update set dropped = lc_coins.dropped + excluded.dropped
                """, connection)
            {
                Parameters =
                {
                    new NpgsqlParameter<int> { TypedValue = generation }, new NpgsqlParameter<int> { TypedValue = FoldVersion },
                    new NpgsqlParameter<string[]> { TypedValue = [.. facts.Select(fact => fact.Body).OfType<CoinDropped>().Select(dropped => dropped.Coin)] },
                },
            };
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
