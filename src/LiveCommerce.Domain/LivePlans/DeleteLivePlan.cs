using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.LivePlans;

/// <summary>Deletes an active plan (PLAN-12, C48) and unlinks its teasers; its history stays.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AffectedSubscribers">How many buyers subscribe to it now, as it was counted and shown to whoever asks.</param>
public sealed record DeleteLivePlan(LivePlanId Plan, int AffectedSubscribers) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Delete(LivePlan.Active plan, DeleteLivePlan command, ValueList<Teaser.Known> teasers) =>
        TakenAway(plan, command.AffectedSubscribers).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : PlanLinks.Release(Affecting(command.AffectedSubscribers, Decision.Record(LivePlan.At(command.Plan), new LivePlanDeleted(command.AffectedSubscribers, null))), command.Plan, teasers);

    static IEnumerable<Refusal> TakenAway(LivePlan.Active plan, int subscribers)
    {
        if (plan.Session is not null) yield return LivePlanRefusals.LiveNow.Of("plan");
        if (subscribers < 0) yield return LivePlanRefusals.SubscribersInvalid.Of("affectedSubscribers");
    }

    static Decision Affecting(int subscribers, Decision decision) => decision with
    {
        Details = decision.Details.Add(new("affected_subscribers", Numeral.Of(subscribers))),
        Warnings = subscribers == 0 ? decision.Warnings
            : decision.Warnings.Add(LivePlanRefusals.SubscribersAffected.Of(null, ("affected_subscribers", Numeral.Of(subscribers)))),
    };
}
