using LiveCommerce.Kernel;
using static LiveCommerce.Host.Pages.PageResults;

namespace LiveCommerce.Host.Pages;

/// <summary>Pages, made by the server and readable without script: what runs here, the plans, sessions and teasers of a shop, and the timelines of registrations, plans and teasers.</summary>
static class PageRoutes
{
    internal static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/", Home);
        pages.MapTimeline(TimelineKind.OfRegistration);
        pages.MapPlanPages();
        pages.MapSessionPages();
        pages.MapTeaserPages();
        pages.MapPageSignIn();
        pages.MapAssets();
    }

    static async Task<IResult> Home(HttpContext context, PageSetup setup, LatestRegistrations latest, CancellationToken cancellation)
    {
        var actor = context.Features.Get<Actor>();
        var (facts, rows) = await latest.For(actor, cancellation);
        var url = $"{context.Request.Scheme}://{context.Request.Host}";
        return Page<Home>(context, new { Model = new HomeModel(setup, actor, url, facts, rows) });
    }
}
