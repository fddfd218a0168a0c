using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class PlanRecordTests
{
    static readonly Moment Just = On("2026-01-20T13:59:59.999999Z");

    [Fact, Rule("PLAN-02"), Rule("PLAN-18")]
    public void The_row_holds_what_the_lists_show()
    {
        var row = After(new LivePlanPublished(), new FeaturedProductsChanged(["P1", "P2", "P3"]), new PromotionToolsRefreshed([]), new TechnicalCheckRecorded(Tried), new ReferenceCardWritten(Card));
        (row.Id, row.Version, row.Merchant, row.Status, row.IsPublished, row.IsLive).ShouldBe((Id, 6, Shop, LivePlanStatus.Active, true, false));
        (row.Title, row.Schedule, row.ProductCount, row.ToolCount, row.CreatedAt).ShouldBe((Title, Created.Schedule, 3, 0, Now));
    }

    [Fact, Rule("PLAN-18"), Rule("C49")]
    public void Held_missed_and_deleted_are_told_apart_and_dated()
    {
        var live = After(new LivePlanPublished(), new LivePlanWentLive(Session, Start));
        (live.IsLive, live.Session, live.SessionStartedAt, live.StatusAt(End)).ShouldBe((true, Session, Start, LivePlanStatus.Active));
        var held = After(new LivePlanWentLive(Session, Start), new LivePlanCompleted(PlanOutcome.Held, End.Plus(5)));
        (held.Status, held.Outcome, held.OverAt, held.IsLive).ShouldBe((LivePlanStatus.Completed, PlanOutcome.Held, End.Plus(5), false));
        var missed = After(new LivePlanCompleted(PlanOutcome.Missed, End));
        (missed.Outcome, missed.OverAt).ShouldBe((PlanOutcome.Missed, End));
        var moved = After(new LivePlanDeleted(3, Other));
        (moved.Status, moved.RescheduledTo, moved.OverAt, moved.StatusAt(End), moved.OutcomeAt(End)).ShouldBe((LivePlanStatus.Deleted, Other, Now, LivePlanStatus.Deleted, null));
    }

    [Fact, Rule("C49")]
    public void From_its_end_on_a_plan_without_a_session_is_shown_as_missed_before_anybody_recorded_it()
    {
        var row = After(new LivePlanPublished());
        (row.StatusAt(Just), row.OutcomeAt(Just), row.OverAtBy(Just)).ShouldBe((LivePlanStatus.Active, null, null));
        (row.StatusAt(End), row.OutcomeAt(End), row.OverAtBy(End)).ShouldBe((LivePlanStatus.Completed, PlanOutcome.Missed, End));
    }

    static LivePlanRecord After(params IEvent[] facts) =>
        facts.Prepend(Created).Select((body, index) => new Fact(Id.Value, index + 1, Now, body)).Aggregate((LivePlanRecord?)null, LivePlanRecord.Fold).ShouldNotBeNull();
}
