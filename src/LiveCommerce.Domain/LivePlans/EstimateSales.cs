using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Says how many units of featured products the seller expects to sell (PRE-07): all of them anew.</summary>
public sealed record EstimateSales(LivePlanId Plan, ValueList<ProjectedUnits> Estimates) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Estimate(LivePlan.Active plan, EstimateSales command) =>
        plan.Live.Preparation.Estimates.Equals(command.Estimates) ? Decision.AlreadySo
        : BadEstimates(plan.Live, command.Estimates).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : Decision.Record(LivePlan.At(command.Plan), new SalesEstimated(command.Estimates));

    static IEnumerable<Refusal> BadEstimates(PlannedLive live, ValueList<ProjectedUnits> estimates)
    {
        if (estimates.Count > PlanRules.MostProducts) yield return PreparationRefusals.EstimatesTooMany.Of("estimates", ("most", Numeral.Of(PlanRules.MostProducts)));
        var seen = new HashSet<string>();
        foreach (var (estimate, index) in estimates.Take(PlanRules.MostProducts).Select((estimate, index) => (estimate, Numeral.Of(index))))
        {
            if (!live.Products.Contains(estimate.ProductId)) yield return PreparationRefusals.ProductNotFeatured.Of($"estimates[{index}].productId");
            else if (!seen.Add(estimate.ProductId)) yield return PreparationRefusals.EstimateRepeated.Of($"estimates[{index}].productId");
            if (estimate.Units < 0) yield return PreparationRefusals.UnitsInvalid.Of($"estimates[{index}].units");
        }
    }
}
