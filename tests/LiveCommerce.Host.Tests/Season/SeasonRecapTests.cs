using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Sellers;
using NodaTime;

namespace LiveCommerce.Tests.Season;

/// <summary>The recap of every merchant of the season, beside a sum over the raw events in SQL written by hand: nothing of the domain's or the host's code is used for that.</summary>
public sealed class SeasonRecapTests(SeasonLog log) : IClassFixture<SeasonLog>
{
    /// <summary>$1 the shop, $2 its zone, $3 and $4 the first and the last day: the last word on each minute by the highest source, of official sessions, until their end.</summary>
    const string Sum = """
        with sessions as (
            select s.stream_id as id, (s.data ->> 'StartedAt')::timestamptz as started,
                (select (e.data ->> 'EndedAt')::timestamptz from mt_events e where e.stream_id = s.stream_id and e.type = 'live_session_ended') as ended
            from mt_events s
            where s.type = 'live_session_started' and s.data ->> 'AccountType' = 'Official' and s.data #>> '{Party,Kind}' = 'Merchant' and (s.data #>> '{Party,Id}')::uuid = $1),
        told as (
            select s.id, m.minute, s.started + ((m.minute ->> 'Minute')::int * interval '1 minute') as at,
                row_number() over (partition by s.id, m.minute ->> 'Minute' order by f.data ->> 'Source' = 'ShopAnalytics' desc, f.version desc) as place
            from sessions s
            join mt_events f on f.type in ('live_metrics_recorded', 'live_metrics_restated') and (f.data ->> 'Session')::uuid = s.id
            cross join lateral jsonb_array_elements(f.data -> 'Minutes') as m (minute)
            where s.ended is null or s.started + ((m.minute ->> 'Minute')::int * interval '1 minute') < s.ended),
        counted as (select minute from told where place = 1 and (at at time zone $2)::date between $3 and $4)
        select (select coalesce(sum((minute ->> 'Orders')::bigint), 0) from counted) || ' ' || (select coalesce(sum((minute ->> 'Views')::bigint), 0) from counted)
            || coalesce((select string_agg(format(' %s %s', currency, trim_scale(amount)), '' order by currency collate "C") from (
                select line #>> '{Gmv,Currency}' as currency, sum((line #>> '{Gmv,Amount}')::numeric) as amount from counted, jsonb_array_elements(minute -> 'Gmv') as line group by 1) sums), '')
        """;

    [Fact, Rule("RECAP-01"), Rule("RECAP-03"), Rule("RECAP-05"), Rule("RECAP-06"), Rule("RECAP-07"), Rule("C53"), Rule("BEY-27")]
    public async Task Every_merchant_s_recap_is_the_sum_over_the_raw_events_over_clock_changes_too()
    {
        var recaps = new RecapQueries(log.Database);
        var shops = (await log.Facts()).Select(fact => fact.Body).OfType<MerchantOnboarded>().ToArray();
        var (sold, compared) = (0, 0);
        foreach (var shop in shops)
        {
            var now = SeasonLog.Today + Duration.FromHours(1);
            var local = now.Instant.InZone(shop.Zone.Rules).Date;
            var week = await recaps.Of(shop.Merchant, new RecapPeriod.Last7Days(), shop.Zone, now, TestContext.Current.CancellationToken);
            Said(week.Figures).ShouldBe(await Raw(shop, local.PlusDays(-7), local.PlusDays(-1)), shop.ShopName.Value);
            Said(week.Comparison.ShouldNotBeNull().Before).ShouldBe(await Raw(shop, local.PlusDays(-14), local.PlusDays(-8)), shop.ShopName.Value);
            if (week.Figures.ByCurrency.Count > 0) sold++;
            else continue;
            for (var back = 0; back < 31; back++)
            {
                var (first, last) = (local.PlusDays(-back), local.PlusDays(-Math.Max(0, back - 5)));
                var custom = await recaps.Of(shop.Merchant, new RecapPeriod.Custom(first, last), shop.Zone, now, TestContext.Current.CancellationToken);
                Said(custom.Figures).ShouldBe(await Raw(shop, first, last), $"{shop.ShopName.Value} {first} {last}");
                if (custom.Figures.ByCurrency.Count > 0) compared++;
            }
        }
        (shops.Length, sold, compared).ShouldSatisfyAllConditions(seen => seen.Item1.ShouldBe(40), seen => seen.sold.ShouldBe(6), seen => seen.compared.ShouldBeGreaterThan(100));
    }

    [Fact, Rule("AN-01"), Rule("BEY-27")]
    public async Task Rows_of_figures_are_the_fold_of_their_facts_also_after_a_rebuild()
    {
        var sessions = new SessionQueries(log.Database);
        var figures = (await log.Facts()).Where(fact => fact.StreamType == LiveFigures.Kind.Alias).GroupBy(fact => fact.Stream)
            .Select(stream => stream.Aggregate((LiveFiguresRecord?)null, (row, fact) => LiveFiguresRecord.Fold(row, fact.ToFact()))).OfType<LiveFiguresRecord>().ToList();
        figures.Count.ShouldBeGreaterThan(50);
        for (var generation = 1; generation <= 2; generation++)
        {
            foreach (var told in figures.ToLookup(row => row.Session))
                (await sessions.Figures([told.Key], TestContext.Current.CancellationToken)).OrderBy(row => row.Source).ShouldBe(told.OrderBy(row => row.Source), told.Key.ToString());
            await new ReadModels(log.Database).Rebuild("session_figures", cancellation: TestContext.Current.CancellationToken);
        }
    }

    [Fact, Rule("PLAN-16"), Rule("PLAN-17"), Rule("C49")]
    public async Task The_season_has_sessions_of_every_kind_and_plans_that_were_held()
    {
        var facts = await log.Facts();
        var sessions = facts.Where(fact => fact.StreamType == LiveSession.Kind.Alias).GroupBy(fact => fact.Stream)
            .Select(stream => stream.Aggregate((LiveSessionRecord?)null, (row, fact) => LiveSessionRecord.Fold(row, fact.ToFact()))).OfType<LiveSessionRecord>().ToList();
        sessions.Count.ShouldBeGreaterThan(50);
        sessions.ShouldContain(session => session.State.LateBy != null);
        sessions.ShouldContain(session => session.Begin.Plan != null && session.State.LateBy == null);
        sessions.ShouldContain(session => session.Begin.Plan == null);
        sessions.ShouldContain(session => session.Begin.AccountType == AccountType.Affiliate);
        sessions.Count(session => session.EndedAt is null).ShouldBe(1);
        facts.Select(fact => fact.Body).OfType<LiveMetricsRestated>().ShouldNotBeEmpty();
        facts.Select(fact => fact.Body).OfType<LiveMetricsRecorded>().Select(fact => fact.Source).Distinct().Count().ShouldBe(2);
        facts.Select(fact => fact.Body).OfType<LivePlanCompleted>().Count(fact => fact.Outcome == PlanOutcome.Held).ShouldBe(2);
    }

    async Task<string> Raw(MerchantOnboarded shop, LocalDate first, LocalDate last)
    {
        await using var command = log.Raw.CreateCommand(Sum);
        foreach (var value in new object[] { shop.Merchant.Value, shop.Zone.Id, first.ToDateOnly(), last.ToDateOnly() }) command.Parameters.Add(new() { Value = value });
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    static string Said(RecapFigures figures) => $"{figures.Orders.Value} {figures.Views.Value}" + string.Concat(figures.ByCurrency.Select(one =>
        $" {one.Currency} {decimal.Parse(one.LiveGmv.Value.Amount, System.Globalization.CultureInfo.InvariantCulture).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)}"));
}
