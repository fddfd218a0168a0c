using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.LivePlans;

/// <summary>A fact, and since when it is known.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Stream">Which stream it belongs to.</param>
/// <param name="Body">The fact.</param>
public sealed record KnownFact(Moment At, Guid Stream, IEvent Body);

/// <summary>Units that past sessions let expect, as they were figured at a moment.</summary>
public sealed record KnownProjection(Moment At, ProjectedUnits Units);

/// <summary>All that a plan's readiness was ever judged by, so that it can be judged again as of any past moment (BEY-15).</summary>
/// <param name="Facts">Of the plan and its teasers, those posted elsewhere among them, of the shop's other plans, products and promotion tools, and of the market's reference data: each stream's in order.</param>
/// <param name="PastSales">Every projection from past sessions, in order.</param>
public sealed record ReadinessHistory(ValueList<KnownFact> Facts, ValueList<KnownProjection> PastSales)
{
    /// <summary>How ready the plan was, by what was known then; null where it did not exist yet.</summary>
    public ReadinessChecklist? AsOf(LivePlanId plan, Moment at) => KnownAt(plan, at) is { } known ? Readiness.Of(known, at) : null;

    ReadinessFacts? KnownAt(LivePlanId plan, Moment at)
    {
        var streams = Facts.Where(fact => fact.At <= at).ToLookup(fact => fact.Stream);
        if (LivePlan.Kind.Fold(Bodies(streams[plan.Value])) is not LivePlan.Created { Live: var live }) return null;
        var (merchant, heads) = (live.Creation.Merchant, streams.Select(stream => Bodies(stream).ToArray()).ToArray());
        return new(
            live,
            heads.Where(stream => stream[0] is ProductObserved).Select(CatalogueProduct.Kind.Fold).OfType<CatalogueProduct.Observed>().Where(it => it.Merchant == merchant).ToValueList(),
            heads.Where(stream => stream[0] is PromotionToolObserved).Select(ShopPromotionTool.Kind.Fold).OfType<ShopPromotionTool.Observed>().Where(it => it.Merchant == merchant).Select(it => it.Tool).ToValueList(),
            heads.Where(stream => stream[0] is LivePlanCreated created && created.Plan != plan && created.Merchant == merchant).Select(LivePlan.Kind.Fold)
                .OfType<LivePlan.Created>().Where(other => other is not LivePlan.Deleted).Select(other => new PlannedTime(other.Live.Creation.Plan, other.Live.Creation.Schedule)).ToValueList(),
            streams[MarketReferenceData.Id.Value].LastOrDefault() is { Body: MarketReferenceLoaded load } last ? new(last.At, load.RushHours, load.Competitors) : null,
            [.. PlanTeasers.Kind.Fold(Bodies(streams[PlanTeasers.At(plan).Id])).PostedAt(teaser => Teaser.Kind.Fold(Bodies(streams[teaser.Value]))), .. Elsewhere(heads, plan)],
            PastSales.Where(one => one.At <= at).GroupBy(one => one.Units.ProductId).Select(one => one.Last().Units).ToValueList());
    }

    static IEnumerable<Moment> Elsewhere(IEvent[][] heads, LivePlanId plan) => heads.Select(stream => stream[0]).OfType<OutsideTeaserPosted>().Where(teaser => teaser.Plan == plan).Select(teaser => teaser.PostedAt);

    static IEnumerable<IEvent> Bodies(IEnumerable<KnownFact> stream) => stream.Select(fact => fact.Body);
}
