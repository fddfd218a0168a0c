using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using LiveCommerce.Tests.Teasers;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Properties;

/// <summary>What readiness answered at any moment of a random history it answers again for that moment, point by point, however much was recorded since.</summary>
public sealed partial class PropertyTests
{
    static readonly LivePlanId[] plans = [Plans.Id, Plans.Other];

    [Fact, Rule("BEY-15")]
    public void The_readiness_of_a_past_moment_is_what_it_was() => Run(200, Drawn.PlanDays, days =>
    {
        var (known, answers) = (new List<KnownFact>(), new Dictionary<(LivePlanId Plan, Moment At), ReadinessChecklist>());
        Live(days, (history, _, decision, now) =>
        {
            known.AddRange(decision.Facts.Select(fact => new KnownFact(now, fact.Stream.Id, fact.Body)));
            foreach (var plan in plans)
                if (Known(history, plan) is { } facts) answers[(plan, now)] = Readiness.Of(facts, now);
        });
        var whole = new ReadinessHistory(known.ToValueList(), []);
        answers.ShouldNotBeEmpty();
        foreach (var (asked, answer) in answers) whole.AsOf(asked.Plan, asked.At).ShouldBe(answer);
    });

    /// <summary>What is known, from the states as they stand.</summary>
    static ReadinessFacts? Known(History history, LivePlanId plan)
    {
        if (history.Of(LivePlan.At(plan)) is not LivePlan.Created { Live: var live }) return null;
        return new(
            live,
            Plans.Products(3).Select(product => history.Of(CatalogueProduct.At(CatalogueProduct.IdOf(Shop, product)))).OfType<CatalogueProduct.Observed>().ToValueList(),
            history.Of(ShopPromotionTool.At(ShopPromotionTool.IdOf(Shop, "T1"))) is ShopPromotionTool.Observed { Tool: var tool } ? [tool] : [],
            plans.Where(other => other != plan).Select(other => history.Of(LivePlan.At(other))).OfType<LivePlan.Created>().Where(other => other is not LivePlan.Deleted)
                .Select(other => new PlannedTime(other.Live.Creation.Plan, other.Live.Creation.Schedule)).ToValueList(),
            history.Of(MarketReferenceData.At(MarketReferenceData.Id)) is MarketReferenceData.Loaded loaded ? new(Now, loaded.RushHours, loaded.Competitors) : null,
            [.. history.Of(PlanTeasers.At(plan)).PostedAt(teaser => history.Of(Teaser.At(teaser))), .. history.Of(OutsideVideo.At(TeaserSample.Video1)) is OutsideVideo.OutsideTeaser { PostedAt: var at } told && told.Plan == plan ? [at] : Array.Empty<Moment>()],
            []);
    }
}
