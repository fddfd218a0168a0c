using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>What kind of promotion a tool makes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromotionToolKind>))]
public enum PromotionToolKind
{
    /// <summary>A discount on a product.</summary>
    Discount,

    /// <summary>A discount for a short time.</summary>
    FlashSale,

    /// <summary>Several products together.</summary>
    Bundle,

    /// <summary>A voucher.</summary>
    Voucher,

    /// <summary>Any other one.</summary>
    Other,
}

/// <summary>Whether a promotion tool works.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromotionToolStatus>))]
public enum PromotionToolStatus
{
    /// <summary>It begins later.</summary>
    Upcoming,

    /// <summary>It works.</summary>
    Active,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>A seller's promotion tool as it was seen (PLAN-05).</summary>
/// <param name="Id">The marketplace's id.</param>
/// <param name="Kind">What kind of promotion.</param>
/// <param name="Status">Whether it works.</param>
/// <param name="Products">The marketplace's ids of the products that it is bound with.</param>
public sealed record PromotionTool(string Id, PromotionToolKind Kind, PromotionToolStatus Status, ValueList<string> Products);

/// <summary>A promotion tool was so, as of an instant; recorded only when it changed (PLAN-05).</summary>
public sealed record PromotionToolObserved(MerchantId Merchant, PromotionTool Tool, Moment SeenAt) : IEvent;

/// <summary>A promotion tool of a shop, as it was last seen.</summary>
public abstract record ShopPromotionTool
{
    ShopPromotionTool() { }

    /// <summary>Nothing is known of it.</summary>
    public sealed record NotObserved : ShopPromotionTool;

    /// <summary>As it was last seen.</summary>
    public sealed record Observed(MerchantId Merchant, PromotionTool Tool, Moment SeenAt) : ShopPromotionTool;

    /// <summary>Promotion tools as streams.</summary>
    public static StreamKind<ShopPromotionTool> Kind { get; } = new("shop_promotion_tool", new NotObserved(), Evolve, ToolRecord.View);

    /// <summary>The id of a tool: another shop's same number is another tool.</summary>
    public static PromotionToolId IdOf(MerchantId merchant, string tool) => new(DerivedId.Of(merchant.Value, $"promotion-tool/{tool}"));

    /// <summary>The stream of one tool.</summary>
    public static StreamRef<ShopPromotionTool> At(PromotionToolId id) => Kind.At(id.Value);

    /// <summary>The tool after one more fact.</summary>
    public static ShopPromotionTool Evolve(ShopPromotionTool state, IEvent fact) => (state, fact) switch
    {
        (NotObserved or Observed, PromotionToolObserved it) => new Observed(it.Merchant, it.Tool, it.SeenAt),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
