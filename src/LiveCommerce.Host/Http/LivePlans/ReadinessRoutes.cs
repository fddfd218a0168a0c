using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Catalogue;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>How ready a plan is and why, what a wanted schedule collides with, and what changed about what is featured: advice, which never stops anything.</summary>
static class ReadinessRoutes
{
    internal static void MapReadiness(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans/{plan}").WithTags("LIVE plans").For(CatalogueSight.Readers);
        plans.MapGet("/readiness", Read).Reads<ReadinessView>(
            "readPlanReadiness", "Every point of readiness with its rule, weight, state and fix, now or as of an instant of effect, of recording, or of both (PLAN-01, BEY-15)");
        plans.MapGet("/drift", Drift).Reads<Page<DriftView>>("readPlanDrift", "What changed in stock, status or price of a product while the plan featured it, in the order of the looks (BEY-23)");
        plans.MapGet("/products", Products).Reads<PlanProductsView>("readPlanProducts", "The featured products as their catalogue showed them last (PLAN-04)");
        plans.MapGet("/promotion-tools", Tools).Reads<PlanToolsView>("readPlanPromotionTools", "The promotion tools that are bound with featured products, attached or not (PLAN-05, PLAN-06)");
        api.MapGet("/collisions", Collide).For(CatalogueSight.Readers).WithTags("LIVE plans").Reads<CollisionsView>(
            "findCollisions", "What a wanted schedule collides with, before there is a plan: own plans, rush hours, competitors' LIVEs (PLAN-08, PLAN-09, BEY-13)");
    }

    static async Task<IResult> Read(
        PathId<LivePlanId> plan, Caller caller, States states, ReadinessQueries readiness, TimeProvider clock, CancellationToken cancellation, string? effectiveAt = null, string? recordedAt = null)
    {
        var asOf = (AsOf.Instant)AsOfRequest.Read(null, effectiveAt, recordedAt, clock.Now());
        var answer = asOf is { EffectiveAt: null, RecordedAt: null } ? await readiness.Now(plan.Value, asOf.Now, cancellation) : await readiness.AsOf(plan.Value, asOf, cancellation);
        if (answer is null) await states.See(plan.Value, caller, cancellation); // whether there is such a plan at all
        return answer is null ? throw new RequestRefusedException(DoorProblems.BeforeFirst, effectiveAt is null ? nameof(recordedAt) : nameof(effectiveAt))
            : answer.Live.IsVisibleTo(caller.Actor) ? new RecordResult<ReadinessView>(ReadinessView.Of(plan.Value, answer))
            : throw new RequestRefusedException(DoorProblems.NotFound);
    }

    static async Task<IResult> Drift(
        PathId<LivePlanId> plan, Caller caller, States states, ReadinessQueries readiness, CancellationToken cancellation, string? cursor = null, int? limit = null)
    {
        await states.See(plan.Value, caller, cancellation);
        var page = PageRequest.Of(cursor, limit);
        var after = page.Parts(3) is [var at, var product, var kind] ? (PageRequest.Moment(at), product, kind) : default((Moment, string, string)?);
        var rest = (await readiness.Drift(plan.Value, cancellation) ?? []).SkipWhile(drift => after is { } place && DriftView.Compare(drift, place) <= 0).Take(page.Limit + 1).ToArray();
        var items = rest.Take(page.Limit).ToArray();
        return new RecordResult<Page<DriftView>>(new([.. items.Select(DriftView.Of)], rest.Length > page.Limit ? DriftView.PlaceOf(items[^1]) : null));
    }

    static async Task<IResult> Products(PathId<LivePlanId> plan, Caller caller, States states, CatalogueQueries catalogue, CancellationToken cancellation)
    {
        var live = (await states.See(plan.Value, caller, cancellation)).State.Live;
        var seen = (await catalogue.Find([.. live.Products.Select(product => CatalogueProduct.IdOf(live.Creation.Merchant, product))], cancellation)).ToDictionary(row => row.ProductId);
        return new RecordResult<PlanProductsView>(new([.. live.Products.Select(product => new PlanProductView(product, seen.GetValueOrDefault(product) is { } row ? ProductLineView.Of(row) : null))]));
    }

    static async Task<IResult> Tools(PathId<LivePlanId> plan, Caller caller, States states, CatalogueQueries catalogue, CancellationToken cancellation)
    {
        var live = (await states.See(plan.Value, caller, cancellation)).State.Live;
        var attached = await catalogue.Find([.. live.PromotionTools.Select(tool => ShopPromotionTool.IdOf(live.Creation.Merchant, tool))], cancellation);
        var bound = await catalogue.BoundWith(live.Creation.Merchant, live.Products, cancellation);
        return new RecordResult<PlanToolsView>(PlanToolsView.Of(live, attached, bound));
    }

    static async Task<IResult> Collide(
        string date, string time, int minutes, Caller caller, States states, ReadinessQueries readiness, TimeProvider clock, CancellationToken cancellation, string? merchant = null)
    {
        var shop = caller.ShopOf(merchant);
        var zone = (await states.Shop(shop, cancellation)).Zone;
        var wanted = new ScheduleRequest(date, time, minutes).ToWanted();
        var (found, refusals) = await readiness.Collisions(shop, zone, wanted, clock.Now(), cancellation);
        return found is null ? new ProblemResult(Problem.Of([.. refusals])) : new RecordResult<CollisionsView>(CollisionsView.Of(found));
    }
}
