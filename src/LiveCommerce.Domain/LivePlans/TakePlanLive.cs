using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Records that a plan's session started; the host asks for it when one does. A late start is no penalty (PLAN-16); a session needs no plan (PLAN-17).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Session">The session.</param>
/// <param name="StartedAt">When it started: before the scheduled end, since after it the plan is missed (C49).</param>
public sealed record TakePlanLive(LivePlanId Plan, LiveSessionId Session, Moment StartedAt) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision TakeLive(LivePlan.Created state, TakePlanLive command) => state switch
    {
        LivePlan.Active plan when plan.IsMissedBy(command.StartedAt) => RefuseAsMissed(plan),
        LivePlan.Active { Session: null } plan => Late(plan.Live.Creation.Schedule, command, Decision.Record(LivePlan.At(command.Plan), new LivePlanWentLive(command.Session, command.StartedAt))),
        LivePlan.Active { Session: { } running } => running.Session == command.Session ? Decision.AlreadySo : Decision.Refuse(LivePlan.At(command.Plan), [LivePlanRefusals.OtherSession.Of("session")]),
        LivePlan.Completed or LivePlan.Deleted => RefuseAsInactive(state),
        _ => throw new UnreachableException(),
    };

    static Decision Late(LiveSchedule schedule, TakePlanLive command, Decision decision) =>
        command.StartedAt <= schedule.Start ? decision
        : decision with { Warnings = [LivePlanRefusals.StartedLate.Of(null, ("planned_at", schedule.Start.ToString()), ("started_at", command.StartedAt.ToString()))] };
}
