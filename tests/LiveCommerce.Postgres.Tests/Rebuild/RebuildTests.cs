using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Tests.Harness;

namespace LiveCommerce.Tests.Rebuild;

/// <summary>Read models are built anew from the log: all or one, whatever stood there before.</summary>
public sealed class RebuildTests(TestCluster cluster) : RebuildTest(cluster)
{
    [Fact]
    public async Task All_read_models_are_the_same_as_before_in_the_next_generation_and_nothing_is_left_of_the_old_one()
    {
        await Follow();
        var before = await Digests();
        await new ReadModels(database).Rebuild(cancellation: Cancellation);
        (await Generations()).ShouldBe("campaigns 2 {2} registrations 2 {2} statistics 2 {2}");
        (await Digests()).ShouldBe(before);
        (await arena.Ask<long>("select count(*) from lc_rebuilds")).ShouldBe([0]);
        (await arena.Host().Ask(Requests.Submit(0, 0, 50))).IsAccepted.ShouldBeTrue();
        (await arena.Ask<int>("select registrations from lc_campaign_counts")).ShouldAllBe(count => count == Registrations / 2);
        await Follow();
        (await arena.Ask<int>("select registrations from lc_campaign_counts order by 1")).ShouldBe([Registrations / 2, (Registrations / 2) + 1]);
        await arena.CheckInvariants();
    }

    [Fact]
    public async Task One_read_model_alone_and_none_that_there_is_not()
    {
        var models = new ReadModels(database);
        models.Names.ShouldBe(
            [
                "campaigns", "registrations",
                "plans", "products", "promotion_tools",
                "accounts", "sessions", "session_figures",
                "subscriptions",
                "teasers", "outside_videos",
                "campaign_statistics",
            ],
            ignoreOrder: true);
        await models.Rebuild("campaigns", cancellation: Cancellation);
        (await Generations()).ShouldBe("campaigns 2 {2} registrations 1 {1} statistics 1");
        (await Should.ThrowAsync<ArgumentException>(() => models.Rebuild("campaign", cancellation: Cancellation))).Message.ShouldStartWith("There is no read model 'campaign', but ");
    }

    [Fact]
    public async Task What_was_changed_behind_the_log_s_back_is_as_the_log_says_again()
    {
        await Follow();
        var before = await Digests();
        await Execute("""
            update lc_registrations set status = 'Approved', version = 9 where id = (select min(id::text)::uuid from lc_registrations);
            delete from lc_registrations where id = (select max(id::text)::uuid from lc_registrations);
            insert into lc_campaigns select generation, gen_random_uuid(), version, is_published, 'Planted', visibility, registration_start, registration_end, period_start, period_end, ended_early_at, ends_at, drafted_at, published_at, terms from lc_campaigns;
            update lc_campaign_counts set registrations = 1000
            """);
        (await Digests()).ShouldNotBe(before);
        await new ReadModels(database).Rebuild(cancellation: Cancellation);
        (await Digests()).ShouldBe(before);
    }

    /// <summary>Its table may be part of the whole already, or not yet, or no more.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("alter table lc_registrations attach partition lc_registrations_2 for values in (2)")]
    [InlineData("alter table lc_registrations_2 rename to lc_registrations_19")]
    public async Task A_generation_that_another_version_left_in_the_making_is_deleted_first(string state)
    {
        var before = await Digests();
        await Execute($"""
            create table lc_registrations_2 (like lc_registrations including all excluding indexes);
            comment on table lc_registrations_2 is 'A generation of lc_registrations.';
            insert into lc_registrations_2 select (r).* from (select jsonb_populate_record(r, '{"{"}"generation": 2, "version": 99{"}"}') as r from lc_registrations r) as planted;
            insert into lc_rebuilds (view, generation, fold_version, position, is_filled) values ('registrations', 2, 9, 1, true);
            create table lc_registrations_7 (mine int);
            {state}
            """);
        await new ReadModels(database).Rebuild("registrations", cancellation: Cancellation);
        (await Generations()).ShouldContain("registrations 2 {2}");
        (await Digests()).ShouldBe(before);
        (await Said("select relname::text from pg_class where relkind = 'r' and relname ~ '^lc_registrations_[0-9]+$' order by 1")).ShouldBe("lc_registrations_2 lc_registrations_7", "a table of somebody else stays");
    }

    [Fact]
    public async Task A_fact_that_the_program_does_not_know_ends_a_rebuild_and_leaves_what_is_in_use()
    {
        await Execute("update mt_events set type = 'registration_praised' where type = 'registration_submitted' and seq_id = (select max(seq_id) from mt_events where type = 'registration_submitted')");
        await Should.ThrowAsync<Kernel.UnknownEventException>(() => new ReadModels(database).Rebuild("registrations", cancellation: Cancellation));
        (await Said("select generation::text from lc_views where view = 'registrations'")).ShouldBe("1");
        (await arena.Host().Ask(Requests.Submit(0, 0, 50))).IsAccepted.ShouldBeTrue();
    }

    async Task Follow()
    {
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await Following.CatchUp(database, store, new CampaignStatistics(), Cancellation);
    }

    async Task<string> Digests() => string.Join(' ',
        await Digest("lc_registrations", "id", "(select generation from lc_views where view = 'registrations')"),
        await Digest("lc_campaigns", "id", "(select generation from lc_views where view = 'campaigns')"),
        await Digest("lc_campaign_counts", "campaign, status, channel, level", "(select generation from lc_views where view = 'campaign_statistics')"));
}
