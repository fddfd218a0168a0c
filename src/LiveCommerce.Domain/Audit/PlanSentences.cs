using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Audit;

/// <summary>LIVE plans and their preparation in sentences: a line for each kind of fact.</summary>
static class PlanSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<LivePlanCreated>(it => $"planned the LIVE {it.Plan} of shop {it.Merchant}, {Words.Of(it.Title)}, {SpokenTime.Of(it.Schedule.Range, it.Schedule.Zone)} with {it.Products.Count} products"
            + $"{PlanWords.Of(it.Schedule.Rule)}{(it.RescheduledFrom is { } before ? $", in place of {before}" : "")}")
        .Say<LivePlanPublished>(it => "published the plan as a LIVE Event that buyers can subscribe to")
        .Say<FeaturedProductsChanged>(it => $"featured other products: {string.Join(", ", it.Products)}")
        .Say<PromotionToolsRefreshed>(it => it.PromotionTools.Count == 0 ? "detached every promotion tool" : $"attached the promotion tools {string.Join(", ", it.PromotionTools)}")
        .Say<TechnicalCheckRecorded>(it => PlanWords.Of(it.Check))
        .Say<SalesEstimated>(it => $"estimated the sales of {it.Estimates.Count} products: {string.Join(", ", it.Estimates.Select(one => $"{one.Units} of {one.ProductId}"))}")
        .Say<RunSheetWritten>(it => $"wrote the run sheet, {it.Segments.Count} segments of {it.Segments.Sum(segment => (long)segment.Minutes)} minutes")
        .Say<ReferenceCardWritten>(it => $"wrote the reference card of product {it.Card.ProductId}, {it.Card.Points.Count} bullets")
        .Say<LivePlanWentLive>((it, zone) => $"recorded that the plan's session {it.Session} started {SpokenTime.Of(it.StartedAt, zone)}")
        .Say<LivePlanCompleted>((it, zone) => $"recorded that the plan was {PlanWords.Of(it.Outcome)}, {SpokenTime.Of(it.EndedAt, zone)}")
        .Say<LivePlanDeleted>(it => $"deleted the plan, to which {it.AffectedSubscribers} buyers had subscribed{(it.RescheduledTo is { } next ? $", and planned {next} in its place" : "")}");
}
