using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class PlanActionTests
{
    static readonly string[] Changes = ["changeProducts", "changePromotionTools", "recordTechnicalCheck", "estimateSales", "writeRunSheet", "writeReferenceCard"];

    [Fact, Rule("PLAN-10"), Rule("PLAN-11"), Rule("PLAN-12")]
    public void Products_tools_and_preparations_can_change_and_a_schedule_only_by_another_plan()
    {
        Open(Actions(Seller)).ShouldBe([.. Changes, "reschedule", "delete"]);
        Closed(Actions(Seller)).ShouldBe([("changeSchedule", "plan.schedule.immutable", "PLAN-10"), ("changeDetails", "plan.details.immutable", "PLAN-11")]);
        Actions(Seller).ShouldAllBe(action => action.Allowed || action.Fix != null);
    }

    [Fact]
    public void Whatever_is_prepared_already_can_be_prepared_otherwise()
    {
        IEvent[] prepared =
        [
            new FeaturedProductsChanged(["another"]), new PromotionToolsRefreshed([]), new TechnicalCheckRecorded(new(0, false, null, null)), new SalesEstimated([new("another", 0)]),
            new RunSheetWritten([new(SegmentKind.Interaction, 1, null, Text("hello"))]), new ReferenceCardWritten(new("another", [Text("soft")])),
        ];
        Open(Actions(Seller, prepared)).ShouldBe([.. Changes, "reschedule", "delete"]);
        Open(Actions(Seller, prepared.AsSpan(0, 1).ToArray())).ShouldBe([.. Changes, "reschedule", "delete"]);
    }

    [Fact, Rule("C48")]
    public void What_runs_can_neither_be_deleted_nor_rescheduled_and_what_is_over_not_changed()
    {
        Open(Actions(Seller, new LivePlanWentLive(Session, Now))).ShouldBe(Changes);
        Open(Actions(Seller, new LivePlanDeleted(0, null))).ShouldBeEmpty();
        Open(Actions(Seller, new LivePlanCompleted(PlanOutcome.Missed, End))).ShouldBeEmpty();
        Open(Actions(Seller with { }, End)).ShouldBeEmpty("its time has passed, recorded or not");
    }

    [Fact, Rule("PLAN-11")]
    public void Only_who_may_plan_is_offered_anything()
    {
        Actions(Reviewer).ShouldBeEmpty();
        Actions(Auditor).ShouldBeEmpty();
        Open(Actions(Admin)).ShouldContain("delete");
    }

    static string[] Open(ValueList<ActionVerdict> actions) => [.. actions.Where(action => action.Allowed).Select(action => action.Action)];

    static (string, string?, string?)[] Closed(ValueList<ActionVerdict> actions) => [.. actions.Where(action => !action.Allowed).Select(action => (action.Action, action.Code, action.Rule))];

    static ValueList<ActionVerdict> Actions(Actor actor, params IEvent[] facts) => Actions(actor, Now, facts);

    static ValueList<ActionVerdict> Actions(Actor actor, Moment now, params IEvent[] facts) =>
        LivePlanActions.Of((LivePlan.Created)LivePlan.Kind.Fold([Created, new LivePlanPublished(), .. facts]), new(now, actor));
}
