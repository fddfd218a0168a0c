using LiveCommerce.LivePlans;

namespace LiveCommerce.Audit;

/// <summary>From its scheduled end on a plan without a session is missed, recorded or not (C49); its creation set that end.</summary>
static class MissedPlanDue
{
    internal static Due? Of(LivePlan state, AsOf.Instant asOf, Histories histories) =>
        state is LivePlan.Active { Live.Creation: { Plan: var plan, Schedule.End: var end } } active && active.IsMissedBy(asOf.JudgedAt) && asOf.Prefix(histories.Of(plan.Value)) is { Count: > 0 } known
            ? new(new LivePlanCompleted(PlanOutcome.Missed, end), end, known[0])
            : null;
}
