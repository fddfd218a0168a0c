using System.Collections.Concurrent;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;
using LiveCommerce.Tests.Harness;

namespace LiveCommerce.Tests.Rebuild;

/// <summary>At the flip both generations say the same, and nobody who writes or reads notices more than a moment.</summary>
public sealed class FlipTests(TestCluster cluster) : RebuildTest(cluster)
{
    /// <summary>In the transaction of the flip, which holds the append's lock: one snapshot of both generations, with the position.</summary>
    const string Watch = """
        create table seen (view text, before text, after text, rows bigint, position bigint);
        create function digest(of text, at int) returns text language plpgsql as $$
        declare said text;
        begin
            execute format('select coalesce(md5(string_agg((to_jsonb(r) - ''generation'')::text, '''' order by id)), ''none'') from %I r where generation = %s', of, at) into said;
            return said;
        end $$;
        create function watch() returns trigger language plpgsql as $$
        declare of text := 'lc_' || new.view;
        begin
            if new.view <> 'campaign_statistics' then
                insert into seen select new.view, digest(of, old.generation), digest(of, new.generation), 0, (select max(seq_id) from mt_events);
            end if;
            return new;
        end $$;
        create trigger watch before update on lc_views for each row execute function watch();
        """;

    [Fact]
    public async Task Under_writers_on_two_hosts_both_generations_are_equal_at_the_flip()
    {
        await Execute(Watch);
        var (here, there) = (arena.Host(), arena.Host());
        var written = 0;
        using var enough = new CancellationTokenSource();
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await using var following = new Following(database, store, new CampaignStatistics());
        var writers = Enumerable.Range(0, 4).Select(party => Task.Run(async () =>
        {
            for (var number = 20; !enough.IsCancellationRequested && number < 100; number++)
            {
                var (host, request) = (number % 2 == 0 ? here : there, Requests.Submit(0, party, number));
                (await host.Ask(request)).IsAccepted.ShouldBeTrue();
                var approval = await host.Pipeline.Send(new(new ApproveRegistration(Market.Registration(request)), Market.Admin, $"approve/{request}"));
                approval.Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
                Interlocked.Increment(ref written);
            }
        })).ToArray();
        var models = Rebuilder.Of(database);
        for (var times = 2; times < 4; times++)
        {
            var before = Volatile.Read(ref written);
            await models.Rebuild(cancellation: Cancellation);
            while (Volatile.Read(ref written) < before + 4) await Task.Delay(1, Cancellation); // they go on
        }
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        (await Said("select view || ' ' || (before = after) || ' ' || (after <> 'none') from seen where before <> 'none' order by view, position")).ShouldBe("accounts true true accounts true true campaigns true true campaigns true true registrations true true registrations true true");
        (await arena.Ask<long>("select position from seen where view = 'registrations' order by 1")).ShouldAllBe(position => position > 2 * Registrations);
        await arena.CheckInvariants();
        await Following.CatchUp(database, store, new CampaignStatistics(), Cancellation);
        (await Said("select string_agg(concat_ws(' ', status, channel, registrations), ', ' order by status, channel) from lc_campaign_counts where registrations > 0")).ShouldBe(await Said(
            "select string_agg(concat_ws(' ', status, channel, registrations), ', ' order by status, channel) from (select status, channel, count(*) as registrations from lc_registrations group by 1, 2) as counted"));
    }

    [Fact]
    public async Task A_reader_sees_pages_of_one_generation_each_and_its_cursor_goes_on_after_the_flip()
    {
        await Execute("update lc_registrations set category = 'of old'");
        var pages = new ConcurrentQueue<(bool IsOld, bool IsNew)>();
        var (flipped, walks) = (false, 0);
        var reading = Task.Run(async () =>
        {
            var queries = new RegistrationQueries(database);
            while (true)
            {
                var isAfter = Volatile.Read(ref flipped);
                var (seen, place) = (new HashSet<RegistrationId>(), default(PagePlace));
                do
                {
                    var page = await queries.InCampaign(Market.Campaign(0), null, Season, place, 7, Cancellation);
                    page.Items.ShouldAllBe(shown => seen.Add(shown.Record.Id));
                    pages.Enqueue((page.Items.Any(shown => shown.Record.Category == "of old"), page.Items.Any(shown => shown.Record.Category == "fashion")));
                    place = page.Next;
                }
                while (place is not null);
                seen.Count.ShouldBe(Registrations);
                Interlocked.Increment(ref walks);
                if (isAfter) return;
            }
        }, Cancellation);
        while (Volatile.Read(ref walks) < 1) await Task.Delay(1, Cancellation);
        await Rebuilder.Of(database).Rebuild("registrations", cancellation: Cancellation);
        Volatile.Write(ref flipped, true);
        await reading;
        pages.ShouldAllBe(page => page.IsOld != page.IsNew);
        pages.First().ShouldBe((true, false));
        pages.Last().ShouldBe((false, true));
    }

    static Moment Season => Market.Form.LivePeriod.Start;
}
