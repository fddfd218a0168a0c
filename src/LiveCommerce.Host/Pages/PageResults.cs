using LiveCommerce.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveCommerce.Host.Pages;

/// <summary>Answers with a page: nothing foreign in it, and kept by nobody.</summary>
static class PageResults
{
    internal static RazorComponentResult<Notice> Notice(HttpContext context, PageSetup setup, Actor? actor, int status, string title, string text) =>
        Page<Notice>(context, new { Setup = setup, Actor = actor, Title = title, Text = text, Next = $"{context.Request.Path}{context.Request.QueryString}" }, status);

    internal static RazorComponentResult<TPage> Page<TPage>(HttpContext context, object parameters, int status = 200) where TPage : IComponent
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
