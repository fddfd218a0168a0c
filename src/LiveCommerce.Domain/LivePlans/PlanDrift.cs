using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>What became of a featured product (BEY-23).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DriftKind>))]
public enum DriftKind
{
    /// <summary>Its stock came to nothing.</summary>
    OutOfStock,

    /// <summary>There is stock again.</summary>
    BackInStock,

    /// <summary>It was taken down.</summary>
    TakenDown,

    /// <summary>It is on sale again.</summary>
    OnSaleAgain,

    /// <summary>Its price is another one.</summary>
    PriceChanged,
}

/// <summary>A line of the drift log.</summary>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Kind">What changed.</param>
/// <param name="At">As of when it was seen.</param>
/// <param name="Before">As it was seen last before.</param>
/// <param name="After">As it was seen then.</param>
public sealed record Drift(string ProductId, DriftKind Kind, Moment At, ProductSeen Before, ProductSeen After);

/// <summary>What changed about a product while a plan featured it, read from facts alone (BEY-23).</summary>
public static class PlanDrift
{
    /// <summary>The log, in the order of the looks. What changed before a product was featured, or after the plan was over, is not in it.</summary>
    /// <param name="plan">The plan's facts in order.</param>
    /// <param name="observations">Everything that was seen of the shop's products, each product's looks in order.</param>
    public static ValueList<Drift> Of(IReadOnlyList<Fact> plan, IEnumerable<ProductObserved> observations)
    {
        var states = new (Moment At, LivePlan Plan)[plan.Count];
        for (var index = 0; index < states.Length; index++)
            states[index] = (plan[index].EffectiveAt, LivePlan.Evolve(index == 0 ? new LivePlan.NotCreated() : states[index - 1].Plan, plan[index].Body));
        return observations.GroupBy(seen => seen.ProductId).SelectMany(product => product.Zip(product.Skip(1)))
            .Where(pair => IsFeatured(states, pair.Second.ProductId, pair.Second.SeenAt))
            .SelectMany(pair => Kinds(pair.First.Seen, pair.Second.Seen).Select(kind => new Drift(pair.Second.ProductId, kind, pair.Second.SeenAt, pair.First.Seen, pair.Second.Seen)))
            .OrderBy(drift => drift.At).ThenBy(drift => drift.ProductId, StringComparer.Ordinal).ToValueList();
    }

    static bool IsFeatured((Moment At, LivePlan Plan)[] states, string product, Moment at) =>
        Array.FindLast(states, state => state.At <= at).Plan is LivePlan.Active active && !active.IsMissedBy(at) && active.Live.Products.Contains(product);

    static IEnumerable<DriftKind> Kinds(ProductSeen before, ProductSeen after)
    {
        if (before.Stock > 0 && after.Stock == 0) yield return DriftKind.OutOfStock;
        if (before.Stock == 0 && after.Stock > 0) yield return DriftKind.BackInStock;
        if (before.Status != after.Status) yield return after.Status == ProductStatus.TakenDown ? DriftKind.TakenDown : DriftKind.OnSaleAgain;
        if (before.Price != after.Price) yield return DriftKind.PriceChanged;
    }
}
