namespace LiveCommerce.LivePlans;

/// <summary>The shop's promotion tools as a plan sees them (PLAN-05, PLAN-06).</summary>
public static class PlanTools
{
    /// <summary>The tools that are bound with a product of the plan and not over: what can be attached.</summary>
    public static ValueList<PromotionTool> BoundWith(ValueList<string> products, IEnumerable<PromotionTool> tools) =>
        tools.Where(tool => tool.Status != PromotionToolStatus.Ended && tool.Products.Any(products.Contains)).ToValueList();
}
