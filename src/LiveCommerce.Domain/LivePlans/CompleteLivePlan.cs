using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Completes a plan as missed once its scheduled end passed without a session (C49): due work of the host. A plan that is held is completed by the end of its session.</summary>
/// <param name="Plan">The plan.</param>
public sealed record CompleteLivePlan(LivePlanId Plan) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Complete(LivePlan.Created state, Moment now) => state switch
    {
        LivePlan.Active plan when plan.IsMissedBy(now) => Decision.Record(MissedBy(plan)),
        LivePlan.Active => Decision.Refuse(LivePlan.At(state.Live.Creation.Plan), [LivePlanRefusals.NotOver.Of("plan")]),
        LivePlan.Completed => Decision.AlreadySo,
        LivePlan.Deleted => RefuseAsInactive(state),
        _ => throw new UnreachableException(),
    };

    // whoever comes after the end of a plan that was not held is refused, and that it was missed is recorded first
    static Decision RefuseAsMissed(LivePlan.Active plan) => RefuseAsInactive(plan) with { Facts = MissedBy(plan) };

    static Decision RefuseAsInactive(LivePlan.Created plan) => Decision.Refuse(LivePlan.At(plan.Live.Creation.Plan), [LivePlanRefusals.NotActive.Of("plan")]);

    static ValueList<NewFact> MissedBy(LivePlan.Active plan)
    {
        var (id, end) = (plan.Live.Creation.Plan, plan.Live.Creation.Schedule.End);
        return [new(LivePlan.At(id), new LivePlanCompleted(PlanOutcome.Missed, end), end)];
    }
}
