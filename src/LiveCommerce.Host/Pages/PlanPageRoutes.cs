using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using static LiveCommerce.Host.Pages.PageResults;

namespace LiveCommerce.Host.Pages;

/// <summary>The plans of a shop: two lists (PLAN-18), and each plan with its history.</summary>
static class PlanPageRoutes
{
    const int PageLength = 25;

    internal static void MapPlanPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/plans", Lists);
        pages.MapTimeline(TimelineKind.OfPlan);
    }

    static async Task<IResult> Lists(
        HttpContext context, PageSetup setup, PlanQueries plans, States states, IEventStore store, TimeProvider clock, CancellationToken cancellation, string? tab = null, string? merchant = null, string? cursor = null)
    {
        if (context.Features.Get<Actor>() is not { } actor) return Notice(context, setup, null, DoorProblems.SignInRequired.Status, "Sign in to see LIVE plans", "A shop's plans are for the shop, the platform and auditors.");
        var (caller, now) = (new Caller(actor, null), clock.Now());
        if (merchant is null && caller.SeesAll) return Page<Shops>(context, new
        {
            Setup = setup, Actor = actor, Title = "LIVE plans", Heading = "Shops that planned lately", Path = "/plans", Known = await LatelySeen.Shops(store, states, fact => (fact as LivePlanCreated)?.Merchant, cancellation),
        });
        try
        {
            var (shop, list) = (caller.ShopOf(merchant), PlanRoutes.ListOf(tab));
            var found = await plans.Of(shop, list, now, PageRequest.Of(cursor, PageLength).Place(), PageLength, cancellation);
            var known = await states.Shop(shop, cancellation);
            var counts = await plans.Count(shop, now, cancellation);
            return Page<Plans>(context, new { Model = new PlansModel(setup, actor, shop, known.ShopName.Value ?? $"{shop}", list, counts, found.Items, found.Next.ToCursor(), now) });
        }
        catch (RequestRefusedException refused)
        {
            return Notice(context, setup, actor, DoorProblems.NotFound.Status, "There are no such plans", refused.Kind.Message);
        }
    }
}
