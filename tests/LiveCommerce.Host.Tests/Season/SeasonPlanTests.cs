using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Season;

/// <summary>The sample season's LIVE plans.</summary>
public sealed class SeasonPlanTests
{
    static readonly Moment Today = Moment.FromUnixMicroseconds(1_795_291_200_000_000);
    readonly InMemoryEventStore store = new(LiveCommerceEvents.Catalog, () => Today);

    [Fact, Rule("PLAN-18"), Rule("C49"), Rule("BEY-12")]
    public async Task Plans_are_to_come_missed_deleted_and_rescheduled_and_one_becomes_ready_point_by_point()
    {
        await new SeasonLoader(LiveCommerceModel.Default, store).Load(Today, TestContext.Current.CancellationToken);
        var rows = store.Rows(LivePlanRecord.View);
        rows.Count.ShouldBeGreaterThan(60);
        var midnight = SeasonDay.Of(Today).Start;
        rows.ShouldAllBe(row => row.StatusAt(midnight) == row.Status && row.Schedule.Rule == LocalTimeRule.AsWritten);
        rows.Count(row => row.Status == LivePlanStatus.Active && row.Schedule.Start > Today).ShouldBeGreaterThan(30);
        rows.Count(row => row.Outcome == PlanOutcome.Missed).ShouldBeGreaterThan(10);
        rows.ShouldContain(row => row.Status == LivePlanStatus.Deleted && row.RescheduledTo == null);
        var moved = rows.Single(row => row.RescheduledTo != null);
        rows.Single(row => row.RescheduledFrom == moved.Id).Id.ShouldBe(moved.RescheduledTo!.Value);
        rows.Max(row => row.ProductCount).ShouldBe(150);

        var ready = LivePlan.Kind.Fold((await store.ReadStream(SeasonPlan.IdOf("batik year end").Value, new(), TestContext.Current.CancellationToken)).Select(fact => fact.Body)).ShouldBeOfType<LivePlan.Active>().Live;
        (ready.Products.Count, ready.PromotionTools.Count, ready.Preparation.RunSheet.Count, ready.Preparation.Cards.Count, ready.Preparation.Estimates.Count).ShouldBe((8, 2, 18, 1, 8));
        ready.Preparation.Technical.ShouldNotBeNull();
        var refused = (await store.ReadAll(new(0, int.MaxValue), TestContext.Current.CancellationToken)).Select(fact => fact.Body).OfType<CommandRefused>().SelectMany(fact => fact.Refusals).Select(refusal => refusal.Code).ToList();
        foreach (var code in (string[])["plan.schedule.immutable", "plan.schedule.in-past"]) refused.ShouldContain(code);
    }

    [Fact]
    public async Task Whatever_the_day_each_plan_begins_when_the_script_says()
    {
        // around every clock change of a year
        foreach (var date in (string[])["2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2027-03-12"])
        {
            var day = Moment.Parse($"{date}T00:00:00Z");
            var log = new InMemoryEventStore(LiveCommerceEvents.Catalog, () => day);
            await new SeasonLoader(LiveCommerceModel.Default, log).Load(day, TestContext.Current.CancellationToken);
            log.Rows(LivePlanRecord.View).ShouldAllBe(row => row.Schedule.Rule == LocalTimeRule.AsWritten);
        }
    }
}
