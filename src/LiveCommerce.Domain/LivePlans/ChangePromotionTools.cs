using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Attaches and detaches promotion tools: the whole list anew (PLAN-06, PLAN-11, C2).</summary>
public sealed record ChangePromotionTools(LivePlanId Plan, ValueList<string> PromotionTools) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Attach(LivePlan.Active plan, ChangePromotionTools command) =>
        plan.Live.PromotionTools.Equals(command.PromotionTools) ? Decision.AlreadySo
        : PlanRules.OfTools(command.PromotionTools).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : Decision.Record(LivePlan.At(command.Plan), new PromotionToolsRefreshed(command.PromotionTools));
}
