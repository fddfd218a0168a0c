using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Postgres.Reading;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Tests;

/// <summary>The lists of LIVE plans: what is active and what is over at the moment of looking, page by page.</summary>
public sealed class PlanQueryTests(TestCluster cluster) : SeasonTest(cluster)
{
    PlanQueries Queries => new(database);

    [Fact, Rule("PLAN-18")]
    public async Task A_row_is_what_the_facts_add_up_to_with_its_proven_title()
    {
        var id = await Plan(season.Now + Duration.FromDays(3));
        await season.Do(new ChangeFeaturedProducts(id, ["P1", "P2", "P3"]));
        var found = (await Queries.Find(id, Cancellation)).ShouldNotBeNull();
        found.ShouldBe((await store.ReadStream(id.Value, new(), Cancellation)).Aggregate(default(LivePlanRecord), (row, fact) => LivePlanRecord.Fold(row, fact.ToFact())));
        (found.Title.Value, found.ProductCount).ShouldBe(("Batik night", 3));
        (await Queries.Find(new(Guid.CreateVersion7()), Cancellation)).ShouldBeNull();
        await test.Execute($"update lc_personal set value = 'Something else' where reference = '{found.Title.Reference}'");
        var altered = (await Queries.Find(id, Cancellation)).ShouldNotBeNull().Title;
        (altered.Value, altered.IsAltered).ShouldBe((null, true));
    }

    [Fact, Rule("PLAN-18"), Rule("C49"), Rule("C48")]
    public async Task Active_ones_come_with_the_next_first_and_completed_ones_with_the_latest_first()
    {
        var now = season.Now;
        var (missed, live, next, later, deleted) = (await Plan(At(1)), await Plan(At(2), 600), await Plan(At(30)), await Plan(At(50)), await Plan(At(40)));
        await season.Do(new DeleteLivePlan(deleted, 0));
        season.Now = At(2.5);
        var session = new LiveSessionId(Guid.CreateVersion7());
        await season.Do(new StartLiveSession(session, season.Account, live));
        var moved = new LivePlanId(Guid.CreateVersion7());
        await season.Do(new RescheduleLivePlan(later, moved, Wanted(At(60), 60), 0));
        season.Now = At(14);
        (await Ids(PlanList.Active)).ShouldBe([live, next, moved]); // what runs is active however long
        (await Ids(PlanList.Completed)).ShouldBe([missed]);
        (await Queries.Count(season.Merchant, season.Now, Cancellation)).ShouldBe(new(3, 1));
        await season.Do(new EndLiveSession(session, At(13)));
        (await Ids(PlanList.Active)).ShouldBe([next, moved]);
        (await Ids(PlanList.Completed)).ShouldBe([live, missed]);
        var other = new MerchantId(Guid.CreateVersion7());
        (await Queries.Of(other, PlanList.Active, season.Now, cancellation: Cancellation)).Items.ShouldBeEmpty();
        (await Queries.Count(other, season.Now, Cancellation)).ShouldBe(new(0, 0));

        Moment At(double hours) => now + Duration.FromHours(hours);
    }

    [Fact, Rule("C49")]
    public async Task What_was_missed_is_completed_once_at_its_end_however_many_hosts_look()
    {
        var (start, other) = (season.Now + Duration.FromHours(1), season.Now + Duration.FromHours(1));
        var (missed, deleted, held) = (await Plan(start), await Plan(other), await Plan(other));
        await season.Do(new DeleteLivePlan(deleted, 0));
        season.Now = start;
        await season.Do(new StartLiveSession(new(Guid.CreateVersion7()), season.Account, held));
        var end = start + Duration.FromMinutes(60);
        season.Now = end + Duration.FromTicks(-10);
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        (await Ids(PlanList.Completed)).ShouldBeEmpty();
        season.Now = end;
        (await Ids(PlanList.Completed)).ShouldBe([missed], "shown before anybody recorded it");
        season.Now = end + Duration.FromHours(3);
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Worker().RunDue(Cancellation)))).Sum().ShouldBe(3);
        var fact = (await store.ReadAll(new(0, 1_000), Cancellation)).Where(fact => fact.Body is LivePlanCompleted).ShouldHaveSingleItem();
        (fact.Stream, fact.Body, fact.Envelope.EffectiveAt, fact.Envelope.Role).ShouldBe((missed.Value, new LivePlanCompleted(PlanOutcome.Missed, end), end, ActorRole.System));
        (await store.ReadAll(new(0, 1_000), Cancellation)).ShouldNotContain(fact => fact.Body is LiveCommerce.Store.CommandRefused);
        (await Ids(PlanList.Completed)).ShouldBe([missed]);
        (await Ids(PlanList.Active)).ShouldBe([held]);
    }

    [Theory, Rule("PLAN-18")]
    [InlineData(PlanList.Active)]
    [InlineData(PlanList.Completed)]
    public async Task Thousands_are_paged_by_key_without_gap_or_repetition_while_their_status_changes(PlanList list)
    {
        var first = await Plan(season.Now + Duration.FromDays(1));
        await Copy(first, 3_000);
        season.Now += Duration.FromDays(9);
        var expected = await test.Ask<long>($"select count(*) from lc_plans where (ends_at > '{season.Now}') = {list == PlanList.Active}");
        expected.ShouldBeGreaterThan(1_000);
        var (all, next, page) = (new List<LivePlanRecord>(), (PagePlace?)null, 0);
        do
        {
            var found = await Queries.Of(season.Merchant, list, season.Now, next, 97, Cancellation);
            all.AddRange(found.Items);
            next = found.Next;
            // recorded misses and unrecorded ones stand in one order: a page that was recorded meanwhile is where it was
            if (page++ == 3) await test.Execute($"update lc_plans set status = 'Completed', outcome = 'Missed' where ends_at <= '{season.Now}' and minutes % 2 = 0");
        }
        while (next is not null);
        all.Count.ShouldBe((int)expected);
        all.Select(plan => plan.Id).Distinct().Count().ShouldBe(all.Count);
        all.Select(plan => plan.Schedule.Start).ShouldBe(list == PlanList.Active ? all.Select(plan => plan.Schedule.Start).Order() : all.Select(plan => plan.Schedule.Start).OrderDescending());
        (await Queries.Count(season.Merchant, season.Now, Cancellation)).ShouldBe(new(await Total(">"), await Total("<=")));
        Task<long> Total(string side) => test.Ask<long>($"select count(*) from lc_plans where ends_at {side} '{season.Now}'");
    }

    [Theory]
    [InlineData(PlanList.Active)]
    [InlineData(PlanList.Completed)]
    public async Task A_page_is_read_along_the_index_and_costs_the_same_however_many_there_are(PlanList list)
    {
        await Copy(await Plan(season.Now + Duration.FromDays(1)), 20_000);
        var command = PlanQueries.ListOf(season.Merchant, list, season.Now + Duration.FromDays(50), null, 50);
        command.CommandText = $"explain (analyze, buffers, costs off, timing off, format json) {command.CommandText}";
        var plan = (await database.Read(command, row => row.GetString(0), Cancellation)).Single();
        plan.ShouldContain("lc_plans_1_generation_merchant_");
        plan.ShouldNotContain("Seq Scan");
        var page = JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan").GetProperty("Plans")[0];
        page.GetProperty("Actual Rows").GetInt32().ShouldBe(51);
        (page.GetProperty("Shared Hit Blocks").GetInt32() + page.GetProperty("Shared Read Blocks").GetInt32()).ShouldBeLessThan(45, plan);
    }

    DueWorker Worker() => new(database, season.Send, () => season.Now);

    async Task<LivePlanId[]> Ids(PlanList list) => [.. (await Queries.Of(season.Merchant, list, season.Now, cancellation: Cancellation)).Items.Select(plan => plan.Id)];

    async Task<LivePlanId> Plan(Moment start, int minutes = 60)
    {
        var id = new LivePlanId(Guid.CreateVersion7());
        await season.Do(new CreateLivePlan(id, season.Merchant, season.Text("Batik night"), season.Text("Shawls"), Wanted(start, minutes), ["P1", "P2"], ["T1"]));
        return id;
    }

    static WantedSchedule Wanted(Moment start, int minutes)
    {
        var local = start.Instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Kuala_Lumpur"]).LocalDateTime;
        return new(LocalDatePattern.Iso.Format(local.Date), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(local.TimeOfDay), minutes);
    }

    /// <summary>More rows like one, a quarter of an hour apart: several of one instant among them.</summary>
    async Task Copy(LivePlanId of, int count)
    {
        await test.Execute($"""
            insert into lc_plans select (r).* from (
                select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'minutes', 60 + n % 2, 'starts_at', p.starts_at + n / 2 * interval '15 minutes',
                    'ends_at', p.starts_at + n / 2 * interval '15 minutes' + interval '1 hour')) as r
                from lc_plans p, generate_series(1, {count}) as n where p.id = '{of.Value}') as made;
            """);
        await test.Execute("analyze lc_plans");
    }
}
