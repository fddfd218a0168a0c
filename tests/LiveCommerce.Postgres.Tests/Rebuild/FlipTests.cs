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

    const int Writers = 32;

    [Fact]
    public async Task Under_32_writers_on_two_hosts_both_generations_are_equal_at_the_flip()
    {
        await Execute(Watch);
        var (here, there) = (arena.Host(), arena.Process());
        var written = 0;
        using var enough = new CancellationTokenSource();
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await using var following = new Following(database, store, new CampaignStatistics());
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var first = 20 + (writer / 4 * 10);
            for (var turn = 0; !enough.IsCancellationRequested; turn++)
            {
                var request = Requests.Submit(0, writer % 4, first + (turn % 10));
                if (turn < 10) ((writer % 8 < 4 ? await here.Ask(request) : await there.Ask(request)) is { IsAccepted: true }).ShouldBeTrue();
                else await Admin(here, new ContactMerchant(Market.Registration(request), Market.Text($"{turn}/{request}")), $"contact/{turn}/{request}");
                Interlocked.Increment(ref written);
            }
        })).ToArray();
        async Task Written(int count)
        {
            while (Volatile.Read(ref written) < count && !writers.Any(writer => writer.IsCompleted)) await Task.Delay(1, Cancellation);
        }
        var models = Rebuilder.Of(database, pageSize: 500); // of one size with what so many write meanwhile: pages of a few facts would never reach the log's end
        for (var times = 0; times < 2; times++)
        {
            var before = Volatile.Read(ref written);
            await Written(before + Writers); // they are at work, and go on
            await models.Rebuild(cancellation: Cancellation);
            var after = Volatile.Read(ref written);
            after.ShouldBeGreaterThan(before + Writers);
            await Written(after + Writers);
        }
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        (await arena.Ask<string>("select view || ' ' || (before = after) from seen")).ShouldAllBe(said => said.EndsWith(" true"));
        (await Said("select view || ' ' || count(*) || ' ' || bool_and(after <> 'none') from seen where view in ('campaigns', 'registrations') group by view order by 1")).ShouldBe("campaigns 2 true registrations 2 true");
        (await arena.Ask<long>("select position from seen where view = 'registrations'")).ShouldAllBe(position => position > 2 * Registrations);
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

    static async Task Admin(WriterHost host, ICommand command, string key) =>
        (await host.Pipeline.Send(new(command, Market.Admin, key))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();

    static Moment Season => Market.Form.LivePeriod.Start;
}
