using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

// A session's start and end are decided together with its plan's, so that neither ever says what the other does not (C49).
public static partial class LivePlanDecider
{
    /// <summary>What becomes of a plan whose session starts: it goes LIVE, or the start is refused. After the scheduled end the plan is missed.</summary>
    internal static Decision GoLive(LivePlan.Created state, LiveSessionId session, Moment startedAt) => state switch
    {
        LivePlan.Active plan when plan.IsMissedBy(startedAt) => RefuseAsMissed(plan),
        LivePlan.Active { Session: null } => Decision.Record([new(LivePlan.At(state.Live.Creation.Plan), new LivePlanWentLive(session, startedAt), startedAt)]),
        LivePlan.Active => Decision.Refuse(LivePlan.At(state.Live.Creation.Plan), [LivePlanRefusals.OtherSession.Of("plan")]),
        LivePlan.Completed or LivePlan.Deleted => RefuseAsInactive(state),
        _ => throw new UnreachableException(),
    };

    /// <summary>What becomes of a plan whose session ends: it was held. A plan that runs another session, or none, stays as it is.</summary>
    internal static ValueList<NewFact> Held(LivePlan? state, LiveSessionId session, Moment endedAt) =>
        state is LivePlan.Active { Session: { } running } plan && running.Session == session
            ? [new(LivePlan.At(plan.Live.Creation.Plan), new LivePlanCompleted(PlanOutcome.Held, endedAt), endedAt)]
            : [];
}
