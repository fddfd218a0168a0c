using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Whether a point of readiness is met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadinessState>))]
public enum ReadinessState
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>It is not met: the fix says what to do.</summary>
    NotMet,

    /// <summary>What it depends on was not seen yet.</summary>
    Unknown,
}

/// <summary>How much a point weighs. Every point is soft: none of them ever blocks (PLAN-01, C13).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadinessWeight>))]
public enum ReadinessWeight
{
    /// <summary>Part of the minimum foundation (PLAN-07).</summary>
    Foundation,

    /// <summary>Good advice.</summary>
    Advice,
}

/// <summary>A point of readiness, explained (BEY-15).</summary>
/// <param name="Point">Its name, such as <c>foundation.products</c>.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="State">Whether it is met.</param>
/// <param name="Fix">What to do where it is not.</param>
/// <param name="Details">The figures that it was judged by.</param>
public sealed record ReadinessItem(string Point, string Rule, ReadinessWeight Weight, ReadinessState State, string Fix, ValueList<Detail> Details);

/// <summary>How ready a plan is: every point in a fixed order.</summary>
public sealed record ReadinessChecklist(ValueList<ReadinessItem> Items)
{
    /// <summary>So many points are met.</summary>
    public int Met => Items.Count(item => item.State == ReadinessState.Met);

    /// <summary>Whether the minimum foundation stands (PLAN-07).</summary>
    public bool HasFoundation => Items.Where(item => item.Weight == ReadinessWeight.Foundation).All(item => item.State == ReadinessState.Met);
}

/// <summary>When a plan's LIVE runs: what others of the shop are compared by.</summary>
public sealed record PlannedTime(LivePlanId Plan, LiveSchedule Schedule);

/// <summary>What readiness is judged by, as it was known at a moment.</summary>
/// <param name="Live">The plan.</param>
/// <param name="Products">What was seen of the shop's products.</param>
/// <param name="Tools">What was seen of the shop's promotion tools.</param>
/// <param name="OtherPlans">The shop's other plans that were not deleted; those that start more than <see cref="Readiness.Around"/> before or after are of no account.</param>
/// <param name="Reference">The market's reference data; null where none is loaded.</param>
/// <param name="TeasersPostedAt">When teasers of the plan were posted, here or elsewhere (C8); null where nobody counts them.</param>
/// <param name="PastSales">What the shop's own past sessions let expect; it comes before the seller's estimate.</param>
public sealed record ReadinessFacts(
    PlannedLive Live,
    ValueList<CatalogueProduct.Observed> Products,
    ValueList<PromotionTool> Tools,
    ValueList<PlannedTime> OtherPlans,
    MarketReference? Reference,
    ValueList<Moment>? TeasersPostedAt,
    ValueList<ProjectedUnits> PastSales);
