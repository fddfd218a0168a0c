using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A promotion tool's row for lists and for the plans that attach it: as it was seen last (PLAN-05).</summary>
/// <param name="Id">The tool of this shop.</param>
/// <param name="Version">The version of the tool's stream that the row shows.</param>
/// <param name="Merchant">Whose tool.</param>
/// <param name="Tool">What was seen.</param>
/// <param name="SeenAt">As of when.</param>
public sealed record ToolRecord(PromotionToolId Id, long Version, MerchantId Merchant, PromotionTool Tool, Moment SeenAt)
{
    /// <summary>The read model's name and fold; embedders may have observed tools before there were rows.</summary>
    public static InlineView<ToolRecord> View { get; } = new("promotion_tools", Fold, foldVersion: 2);

    /// <summary>The row after one more fact.</summary>
    public static ToolRecord Fold(ToolRecord? row, Fact fact) => fact.Body switch
    {
        PromotionToolObserved it => new(new(fact.Stream), fact.Version, it.Merchant, it.Tool, it.SeenAt),
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no fact of a promotion tool."),
    };
}
