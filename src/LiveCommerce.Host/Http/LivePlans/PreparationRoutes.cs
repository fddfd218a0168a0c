using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>Preparing a LIVE: equipment, estimated sales, run sheet and reference cards.</summary>
static class PreparationRoutes
{
    internal static void MapPreparation(this IEndpointRouteBuilder plans)
    {
        plans.MapPut("/{plan}/technical-check", Try).For<RecordTechnicalCheck>().Writes("recordTechnicalCheck", "Record what was found when the equipment was tried (TECH-02..04)");
        plans.MapPut("/{plan}/sales-estimate", Estimate).For<EstimateSales>().Writes("estimateSales", "Say how many units of each product shall be sold (PRE-07)");
        plans.MapPut("/{plan}/run-sheet", WriteRunSheet).For<WriteRunSheet>().Writes("writeRunSheet", "Write the run sheet; its segments fit the session (PRE-01, PRE-02)");
        plans.MapPut("/{plan}/reference-cards", WriteCard).For<WriteReferenceCard>().Writes("writeReferenceCard", "Write a product's reference card: bullets, no script (PRE-06)");
    }

    static async Task<IResult> Try(PathId<LivePlanId> plan, Asked<TechnicalCheckRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (shop, it) = (await states.ShopOf(plan.Value, asked.Actor, cancellation), asked.Body);
        return await door.Send(asked.For(shop, new RecordTechnicalCheck(plan.Value, new(it.UploadKbps, it.HasSecondDevice, it.BackupCharge, it.ResumeSeconds))), plan.Value);
    }

    static async Task<IResult> Estimate(PathId<LivePlanId> plan, Asked<EstimateSalesRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var shop = await states.ShopOf(plan.Value, asked.Actor, cancellation);
        var estimates = TextRules.Items(asked.Body.Estimates, "estimates", one => one with { ProductId = MarketIds.Of(one.ProductId, "estimates") }, TextLimits.Details);
        return await door.Send(asked.For(shop, new EstimateSales(plan.Value, estimates.ToValueList())), plan.Value);
    }

    static async Task<IResult> WriteRunSheet(PathId<LivePlanId> plan, Asked<RunSheetRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (shop, number) = (await states.ShopOf(plan.Value, asked.Actor, cancellation), 0);
        var segments = TextRules.Items(asked.Body.Segments, "segments", one => Segment(one, $"segments[{number++}]", shop.Id, asked), TextLimits.Details);
        return await door.Send(asked.For(shop, new WriteRunSheet(plan.Value, segments.ToValueList())), plan.Value);
    }

    static RunSheetSegment Segment(SegmentRequest it, string field, Guid subject, Asked<RunSheetRequest> asked) => new(
        it.Kind, it.Minutes,
        it.ProductId is null ? null : MarketIds.Of(it.ProductId, $"{field}.productId"),
        asked.SealOptional(subject, $"{field}.note", it.Note, TextLimits.Reason));

    static async Task<IResult> WriteCard(PathId<LivePlanId> plan, Asked<ReferenceCardRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (shop, number) = (await states.ShopOf(plan.Value, asked.Actor, cancellation), 0);
        var points = TextRules.Items(asked.Body.Points, "points", point => asked.Seal(shop.Id, $"points[{number++}]", point, TextLimits.Name));
        return await door.Send(asked.For(shop, new WriteReferenceCard(plan.Value, new(MarketIds.Of(asked.Body.ProductId, "productId"), points.ToValueList()))), plan.Value);
    }
}
