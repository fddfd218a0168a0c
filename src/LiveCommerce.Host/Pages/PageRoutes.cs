using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveCommerce.Host.Pages;

/// <summary>Two pages, made by the server and readable without script: what runs here, and a registration's timeline.</summary>
static class PageRoutes
{
    internal static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/", Home);
        pages.MapGet("/registrations/{id}", Timeline);
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

    static async Task<IResult> Timeline(
        HttpContext context, string id, PageSetup setup, Replays replays, States states, TimeProvider clock, CancellationToken cancellation,
        string? version = null, string? effectiveAt = null, string? recordedAt = null)
    {
        if (context.Features.Get<Actor>() is not { } actor)
            return Notice(context, setup, null, DoorProblems.SignInRequired.Status, "Sign in to read a history", "A registration's history is for its party, the platform and auditors.");
        var caller = new Caller(actor, null);
        var now = new AsOf.Instant(clock.Now());
        if (!TypeId.TryParse<RegistrationId>(id, out _) || await Try(replays.Of(id, now, caller, cancellation)) is not ({ } present, _))
            return Notice(context, setup, actor, DoorProblems.NotFound.Status, "There is no such registration", DoorProblems.NotFound.Message);
        var (asOf, problem) = Place(version, effectiveAt, recordedAt, now);
        var (shown, missed) = problem is null ? await Try(replays.Of(id, asOf, caller, cancellation)) : (null, problem);
        var campaign = await states.NameOfCampaign(present, cancellation);
        return Page<Timeline>(context, new { Model = new TimelineModel(setup, actor, present, shown ?? present, shown is null ? now : asOf, campaign, missed?.Message) }, missed?.Status ?? 200);
    }

    // a form sends what was left empty as empty text
    static (AsOf AsOf, ProblemKind? Problem) Place(string? version, string? effectiveAt, string? recordedAt, AsOf.Instant now)
    {
        try
        {
            return (AsOfRequest.Read(Filled(version), Filled(effectiveAt), Filled(recordedAt), now.Now), null);
        }
        catch (RequestRefusedException refused)
        {
            return (now, refused.Kind == DoorProblems.Malformed ? DoorProblems.Malformed with { Message = "That is no version and no instant in UTC, such as 2026-11-21T20:00:00Z." } : refused.Kind);
        }
    }

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static async Task<(Standing? Standing, ProblemKind? Problem)> Try(Task<Standing> replay)
    {
        try
        {
            return (await replay, null);
        }
        catch (RequestRefusedException refused)
        {
            return (null, refused.Kind);
        }
    }

    static RazorComponentResult<Notice> Notice(HttpContext context, PageSetup setup, Actor? actor, int status, string title, string text) =>
        Page<Notice>(context, new { Setup = setup, Actor = actor, Title = title, Text = text, Next = $"{context.Request.Path}{context.Request.QueryString}" }, status);

    static RazorComponentResult<TPage> Page<TPage>(HttpContext context, object parameters, int status = 200) where TPage : IComponent
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store"; // what one reader may see is not for the next one
        return new(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
