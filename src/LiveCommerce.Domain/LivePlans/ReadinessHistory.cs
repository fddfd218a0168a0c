using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A fact, and since when it is known.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Stream">Which stream it belongs to.</param>
/// <param name="Body">The fact.</param>
public sealed record KnownFact(Moment At, Guid Stream, IEvent Body);

/// <summary>Units that past sessions let expect, as they were figured at a moment.</summary>
public sealed record KnownProjection(Moment At, ProjectedUnits Units);

/// <summary>All that a plan's readiness was ever judged by, so that it can be judged again as of any past moment (BEY-15).</summary>
/// <param name="Facts">Of the plan, of the shop's other plans, products and promotion tools: each stream's in order.</param>
/// <param name="References">Every load of the market's reference data.</param>
/// <param name="TeasersPostedAt">When teasers of the plan were posted; null where nobody counts them.</param>
/// <param name="PastSales">Every projection from past sessions, in order.</param>
public sealed record ReadinessHistory(ValueList<KnownFact> Facts, ValueList<MarketReference> References, ValueList<Moment>? TeasersPostedAt, ValueList<KnownProjection> PastSales)
{
    /// <summary>How ready the plan was, by what was known then; null where it did not exist yet.</summary>
    public ReadinessChecklist? AsOf(LivePlanId plan, Moment at) => KnownAt(plan, at) is { } known ? Readiness.Of(known, at) : null;

    ReadinessFacts? KnownAt(LivePlanId plan, Moment at)
    {
        var streams = Facts.Where(fact => fact.At <= at).ToLookup(fact => fact.Stream, fact => fact.Body);
        if (LivePlan.Kind.Fold(streams[plan.Value]) is not LivePlan.Created { Live: var live }) return null;
        var heads = streams.Select(stream => stream.ToArray()).ToArray();
        return new(
            live,
            heads.Where(stream => stream[0] is ProductObserved).Select(CatalogueProduct.Kind.Fold).OfType<CatalogueProduct.Observed>().Where(it => it.Merchant == live.Creation.Merchant).ToValueList(),
            heads.Where(stream => stream[0] is PromotionToolObserved).Select(ShopPromotionTool.Kind.Fold).OfType<ShopPromotionTool.Observed>().Where(it => it.Merchant == live.Creation.Merchant).Select(it => it.Tool).ToValueList(),
            heads.Where(stream => stream[0] is LivePlanCreated created && created.Plan != plan && created.Merchant == live.Creation.Merchant).Select(LivePlan.Kind.Fold)
                .OfType<LivePlan.Created>().Where(other => other is not LivePlan.Deleted).Select(other => other.Live.Creation).ToValueList(),
            References.Where(reference => reference.LoadedAt <= at).MaxBy(reference => reference.LoadedAt),
            TeasersPostedAt?.Where(posted => posted <= at).ToValueList(),
            PastSales.Where(one => one.At <= at).GroupBy(one => one.Units.ProductId).Select(one => one.Last().Units).ToValueList());
    }
}
