using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>What a team writes that embeds the library on its own PostgreSQL: with public things alone, and as the writer role.</summary>
public sealed class EmbeddingTests(TestCluster cluster)
{
    static readonly PersonalText Shop = PersonalText.Seal(Guid.Empty, Guid.CreateVersion7(), new byte[16], "Batik Laras");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_readme_shows_works()
    {
        var connectionString = await cluster.CreateDatabase();
        var merchant = new MerchantId(Guid.CreateVersion7());
#pragma warning disable xUnit1051 // as a program would write it
        // README begins
        var options = new PostgresOptions();
        await using (var owner = NpgsqlDataSource.Create(connectionString)) await Schema.Migrate(owner, options);
        await using var database = PostgresDatabase.Open(connectionString, options with { Role = options.WriterRole });
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, Now);
        // README ends
#pragma warning restore xUnit1051
        (await pipeline.Send(new(Onboard(merchant), new("usr_me", ActorRole.OpsAdmin), "my-first-key"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await store.ReadStream(merchant.Value, new(), Cancellation)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_aggregate_of_one_s_own_with_its_table_and_its_follower_lives_in_the_same_log()
    {
        var (connectionString, options) = (await cluster.CreateDatabase(), new PostgresOptions());
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await Schema.Migrate(owner, options, Cancellation);
        await using (var tables = owner.CreateCommand($"""
            create table {options.Schema}.shop_jars (generation integer, id uuid, version bigint, coins integer, "order" text, seen_at timestamptz, terms jsonb, primary key (generation, id));
            grant select, insert, update, delete on {options.Schema}.shop_jars to {options.WriterRole};
            create table {options.Schema}.shop_coins (coin text);
            grant select, insert, update, delete on {options.Schema}.shop_coins to {options.WriterRole};
            """)) await tables.ExecuteNonQueryAsync(Cancellation);

        var model = LiveCommerceModel.Default.With(Toy.Catalog, [Toy.Jar], [.. Toy.Model.Routes]);
        await using var database = PostgresDatabase.Open(connectionString, options with { Role = options.WriterRole });
        await using var store = new PostgresEventStore(database, model, new InlineTable<JarRow>(Toy.View, "shop_jars")
            .Column("coins", row => row.Coins).Column("order", row => row.Coins > 1 ? "many" : "one").Column("seen_at", _ => Now()).Jsonb("terms", _ => "{}"));
        await using var pipeline = new CommandPipeline(model, store, Now);
        var jar = Guid.CreateVersion7();
        var answers = await Task.WhenAll(
            pipeline.Send(new(Onboard(new(Guid.CreateVersion7())), new("usr_me", ActorRole.OpsAdmin), "k1")),
            pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k2")), pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k3")));
        answers.ShouldAllBe(answer => answer.Receipt != null && answer.Receipt.Recorded);
        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k4"));
        (await Ask(owner, $"select version || ' ' || coins || ' ' || \"order\" from {options.Schema}.shop_jars where id = '{jar}'")).ShouldBe("3 3 many");

        await Following.CatchUp(database, store, new Coins(), Cancellation);
        (await Ask(owner, $"select string_agg(coin, ' ' order by coin) from {options.Schema}.shop_coins")).ShouldBe("dime penny penny");
    }

    [Fact]
    public async Task A_read_model_without_a_table_is_told_when_the_store_is_opened()
    {
        var model = LiveCommerceModel.Default.With(Toy.Catalog, [Toy.Jar], [.. Toy.Model.Routes]);
        await using var database = PostgresDatabase.Open(await cluster.CreateDatabase());
        Should.Throw<ArgumentException>(() => new PostgresEventStore(database, model)).Message.ShouldStartWith("The read model 'jars' has no table");
        var table = new InlineTable<JarRow>(Toy.View, "shop_jars");
        Should.Throw<ArgumentException>(() => new PostgresEventStore(database, model, table, table)).Message.ShouldStartWith("The read model 'jars' has two tables.");
        Should.Throw<ArgumentException>(() => table.Column("coins; drop", row => row.Coins)).Message.ShouldStartWith("'coins; drop' is no name");
    }

    static OnboardMerchant Onboard(MerchantId merchant) => new(merchant, Shop, ZoneId.TryParse("Asia/Jakarta")!);

    static async Task<string?> Ask(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());

    sealed class Coins() : Follower("shop_coins")
    {
        protected internal override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
        {
            await using var command = new NpgsqlCommand("insert into shop_coins select * from unnest($1)", connection)
            {
                Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. facts.Select(fact => fact.Body).OfType<CoinDropped>().Select(dropped => dropped.Coin)] } },
            };
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
