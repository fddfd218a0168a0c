using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.Pages;

/// <summary>
/// Signing in to the pages on the development default: a cookie with a persona's token, which no script can read, no other site can send and the
/// API does not take. Only where the host issues tokens, and only under this machine's own names, so that no foreign name that leads here does.
/// </summary>
static class PageSignIn
{
    const string Cookie = "livecommerce-development";
    const int LargestForm = 4 * 1024;
    static readonly string[] Folders = [TimelineKind.OfRegistration.Path, TimelineKind.OfPlan.Path, TimelineKind.OfTeaser.Path, SessionPageRoutes.Path];
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    internal static void MapPageSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/sign-in", SignIn);
        pages.MapPost("/sign-out", SignOut);
    }

    /// <summary>The token that a request for a page brings along; null for the API, which takes the header alone.</summary>
    internal static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.Count == 0 && (request.Path == "/" || Folders.Any(folder => request.Path.StartsWithSegments(folder, StringComparison.Ordinal)))
        && request.HttpContext.RequestServices.GetService<PageSetup>()?.Development is not null && IsThisMachine(request) ? request.Cookies[Cookie] : null;

    static async Task<IResult> SignIn(HttpContext context, PageSetup setup, TimeProvider clock)
    {
        var request = context.Request;
        if (setup.Development is not { } development || !IsThisMachine(request) || OperatingSystem.IsWindows()) throw new RequestRefusedException(DoorProblems.RouteUnknown);
        if (!IsFromHere(request)) throw new RequestRefusedException(DoorProblems.RoleNotAllowed);
        if (!request.HasFormContentType) throw new RequestRefusedException(DoorProblems.MediaType);
        if (request.ContentLength is null or > LargestForm) throw new RequestRefusedException(DoorProblems.TooLarge);
        var form = await request.ReadFormAsync(context.RequestAborted);
        var persona = Persona.All.FirstOrDefault(one => one.HasPages && one.Name == form["persona"]) ?? throw new RequestRefusedException(DoorProblems.Malformed, "persona");
        var token = new DevelopmentTokens(development.Key).Issue(persona, clock.GetUtcNow().UtcDateTime);
        context.Response.Cookies.Append(Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Lifetime, IsEssential = true });
        return Results.LocalRedirect(PageOf(form["next"]));
    }

    static IResult SignOut(HttpContext context)
    {
        if (!IsFromHere(context.Request)) throw new RequestRefusedException(DoorProblems.RoleNotAllowed);
        context.Response.Cookies.Delete(Cookie, new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Results.LocalRedirect("/");
    }

    static string PageOf(string? next) => next is not null && Folders.Any(folder => next == folder || next.StartsWith($"{folder}/", StringComparison.Ordinal) || next.StartsWith($"{folder}?", StringComparison.Ordinal)) && next.All(letter => letter is > ' ' and < '\x7f' and not '\\') ? next : "/";

    static bool IsThisMachine(HttpRequest request) => request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    // browsers say where a form came from, older ones by its origin alone; what says nothing is no browser and could read the token's file as well
    static bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"] or ["none"]
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}");
}
