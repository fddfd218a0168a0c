using System.Globalization;
using LiveCommerce.Host.Http.Catalogue;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>How ready a plan is: advice, which never stops anything (PLAN-01).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">The plan's version.</param>
/// <param name="JudgedAt">The moment that judged.</param>
/// <param name="KnownAt">What the log held by then was known. Asked again with <c>effectiveAt</c> this moment and <c>recordedAt</c> that one, the answer is the same for ever.</param>
/// <param name="Met">So many points are met.</param>
/// <param name="HasFoundation">Whether the minimum foundation stands: 2 products, 1 promotion tool, 1 teaser (PLAN-07).</param>
/// <param name="Items">Every point in a fixed order.</param>
sealed record ReadinessView(LivePlanId Plan, long Version, Moment JudgedAt, Moment KnownAt, int Met, bool HasFoundation, IReadOnlyList<ReadinessItem> Items)
{
    internal static ReadinessView Of(LivePlanId plan, ReadinessAnswer answer) =>
        new(plan, answer.Version, answer.JudgedAt, answer.KnownAt, answer.Checklist.Met, answer.Checklist.HasFoundation, answer.Checklist.Items);
}

/// <summary>What was seen of a product.</summary>
sealed record SeenView(ProductStatus Status, int Stock, Money Price)
{
    internal static SeenView Of(ProductSeen seen) => new(seen.Status, seen.Stock, seen.Price);
}

/// <summary>A line of the drift log (BEY-23).</summary>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Kind">What changed.</param>
/// <param name="At">As of when it was seen.</param>
/// <param name="Before">As it was seen last before.</param>
/// <param name="After">As it was seen then.</param>
sealed record DriftView(string ProductId, DriftKind Kind, Moment At, SeenView Before, SeenView After)
{
    internal static DriftView Of(Drift drift) => new(drift.ProductId, drift.Kind, drift.At, SeenView.Of(drift.Before), SeenView.Of(drift.After));

    internal static string PlaceOf(Drift drift) => PageRequest.Write(drift.At.ToUnixMicroseconds().ToString(CultureInfo.InvariantCulture), drift.ProductId, drift.Kind.ToString());

    /// <summary>Whether a line stands before or after a place, or at it; lines of one look stand in the order of their kinds.</summary>
    internal static int Compare(Drift drift, (Moment At, string Product, string Kind) place) =>
        drift.At.CompareTo(place.At) is var byTime and not 0 ? byTime
        : string.CompareOrdinal(drift.ProductId, place.Product) is var byProduct and not 0 ? byProduct
        : drift.Kind.CompareTo(Enum.TryParse<DriftKind>(place.Kind, out var kind) ? kind : default);
}

/// <summary>A featured product.</summary>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Seen">As its catalogue showed it last; null where it was never seen.</param>
sealed record PlanProductView(string ProductId, ProductLineView? Seen);

/// <summary>The featured products, in the plan's order.</summary>
sealed record PlanProductsView(IReadOnlyList<PlanProductView> Items);

/// <summary>A promotion tool of the shop, and whether the plan has it.</summary>
sealed record PlanToolView(string ToolId, bool IsAttached, ToolLineView? Seen);

/// <summary>The promotion tools that matter to a plan (PLAN-05, PLAN-06).</summary>
/// <param name="Items">Those that are attached, then others that are bound with a featured product and not over.</param>
/// <param name="IsOneAdvised">Whether none of them is bound with a featured product: then at least one should be created on the promotion page, and looked for again.</param>
sealed record PlanToolsView(IReadOnlyList<PlanToolView> Items, bool IsOneAdvised)
{
    internal static PlanToolsView Of(PlannedLive live, IReadOnlyList<ToolRecord> attached, IReadOnlyList<ToolRecord> bound)
    {
        var seen = attached.ToDictionary(row => row.Tool.Id);
        return new(
            [
                .. live.PromotionTools.Select(tool => new PlanToolView(tool, true, seen.GetValueOrDefault(tool) is { } row ? ToolLineView.Of(row) : null)),
                .. bound.Where(row => !live.PromotionTools.Contains(row.Tool.Id)).Select(row => new PlanToolView(row.Tool.Id, false, ToolLineView.Of(row))),
            ],
            bound.Count == 0);
    }
}

/// <summary>What a wanted schedule collides with (BEY-13).</summary>
/// <param name="StartsAt">The instant that the local time is.</param>
/// <param name="EndsAt">The first instant after it.</param>
/// <param name="LocalTimeRule">How the local time became the instant, where a clock change skips or repeats it (C53).</param>
/// <param name="OwnPlans">The shop's own plans at the same time.</param>
/// <param name="RushHours">Rush hours that it runs into; null where no reference data is loaded.</param>
/// <param name="Competitors">Competitors' LIVEs at the same time; null where no reference data is loaded.</param>
sealed record CollisionsView(
    Moment StartsAt, Moment EndsAt, LocalTimeRule LocalTimeRule, IReadOnlyList<LivePlanId> OwnPlans, IReadOnlyList<RushHoursView>? RushHours, IReadOnlyList<CompetitorLiveView>? Competitors)
{
    internal static CollisionsView Of(FoundCollisions found) => new(
        found.Schedule.Start, found.Schedule.End, found.Schedule.Rule, found.OwnPlans,
        found.RushHours is { } rush ? [.. rush.Select(RushHoursView.Of)] : null, found.Competitors is { } lives ? [.. lives.Select(CompetitorLiveView.Of)] : null);
}
