using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Features other products: the whole list anew, in its order (PLAN-11); one that would leave none is refused (C4).</summary>
public sealed record ChangeFeaturedProducts(LivePlanId Plan, ValueList<string> Products) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Feature(LivePlan.Active plan, ChangeFeaturedProducts command, ValueList<string> ofOthers) =>
        plan.Live.Products.Equals(command.Products) ? Decision.AlreadySo
        : PlanRules.OfProducts(command.Products, ofOthers).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : Decision.Record(LivePlan.At(command.Plan), new FeaturedProductsChanged(command.Products));
}
