using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Completes a plan: held when its session ended, missed when its scheduled end passed without one (C49). Due work of the host.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="SessionEndedAt">When its session ended; left out for a plan that none was held of.</param>
public sealed record CompleteLivePlan(LivePlanId Plan, Moment? SessionEndedAt) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Complete(LivePlan.Created state, CompleteLivePlan command, Moment now) => state switch
    {
        LivePlan.Active { Session: { } session } when command.SessionEndedAt is { } end && end >= session.StartedAt => Decision.Record(LivePlan.At(command.Plan), new LivePlanCompleted(PlanOutcome.Held, end)),
        LivePlan.Active plan when plan.IsMissedBy(now) => Decision.Record(MissedBy(plan)),
        LivePlan.Active => Decision.Refuse(LivePlan.At(command.Plan), [LivePlanRefusals.NotOver.Of("plan")]),
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
