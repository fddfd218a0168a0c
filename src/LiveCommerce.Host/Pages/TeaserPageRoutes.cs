using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.Teasers;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using static LiveCommerce.Host.Pages.PageResults;

namespace LiveCommerce.Host.Pages;

/// <summary>The teasers of a shop with what they brought (TSR-22), and each with its history, its cover and its video.</summary>
static class TeaserPageRoutes
{
    const int PageLength = 25;

    internal static void MapTeaserPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teasers", List);
        pages.MapTimeline(TimelineKind.OfTeaser);
        pages.MapGet("/teasers/{teaser}/video", (PathId<TeaserId> teaser, HttpContext http, States states, Studio studio, CancellationToken cancellation) => TeaserRoutes.Video(teaser, CallerOf(http), states, studio, http, cancellation));
        pages.MapGet("/teasers/{teaser}/cover", (PathId<TeaserId> teaser, HttpContext http, States states, Studio studio, CancellationToken cancellation) => TeaserRoutes.Cover(teaser, CallerOf(http), states, studio, http, cancellation));
    }

    static async Task<IResult> List(
        HttpContext context, PageSetup setup, TeaserQueries teasers, States states, IEventStore store, TimeProvider clock, CancellationToken cancellation,
        string? tab = null, string? merchant = null, string? plan = null, string? cursor = null)
    {
        if (context.Features.Get<Actor>() is not { } actor) return Notice(context, setup, null, DoorProblems.SignInRequired.Status, "Sign in to see teasers", "A shop's teasers are for the shop, the platform and auditors.");
        var (caller, now) = (new Caller(actor, null), clock.Now());
        if (merchant is null && caller.SeesAll) return Page<Shops>(context, new
        {
            Setup = setup, Actor = actor, Title = "Teasers", Heading = "Shops that made teasers lately", Path = "/teasers", Known = await LatelySeen.Shops(store, states, fact => (fact as TeaserPreparationStarted)?.Merchant, cancellation),
        });
        try
        {
            var (shop, of, areDeleted) = (caller.ShopOf(merchant), TeaserRoutes.PlanOf(plan), tab == "deleted");
            var found = await teasers.Of(shop, areDeleted ? TeaserStatus.Deleted : null, of, PageRequest.Of(cursor, PageLength).Place(), PageLength, cancellation);
            var known = await states.Shop(shop, cancellation);
            var performance = TeaserPerformance.Of(await teasers.PostedBefore(shop, now, cancellation), now);
            return Page<Teasers>(context, new { Model = new TeasersModel(setup, actor, shop, known.ShopName.Value ?? $"{shop}", known.Zone, of, areDeleted, performance, found.Items, found.Next.ToCursor()) });
        }
        catch (RequestRefusedException refused)
        {
            return Notice(context, setup, actor, DoorProblems.NotFound.Status, "There are no such teasers", refused.Kind.Message);
        }
    }

    static Caller CallerOf(HttpContext http) => http.Features.Get<Actor>() is { } actor ? new(actor, null) : throw new RequestRefusedException(DoorProblems.SignInRequired);
}
