using System.Collections.Frozen;
using LiveCommerce.Kernel;
using Microsoft.Net.Http.Headers;

namespace LiveCommerce.Host.Pages;

/// <summary>The style, the script and the sign of the pages, built into the program.</summary>
static class PageAssets
{
    sealed record Asset(byte[] Content, string MediaType, EntityTagHeaderValue Tag);

    static readonly FrozenDictionary<string, Asset> All = new Dictionary<string, string>
    {
        ["site.css"] = "text/css", ["timeline.js"] = "text/javascript", ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary(file => file.Key, file => Read(file.Key, file.Value));

    internal static void MapAssets(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
            context.Response.Headers.CacheControl = "no-cache"; // asked for each time, sent only when it changed
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(asset.Content, asset.MediaType, entityTag: asset.Tag);
        });

    static Asset Read(string name, string mediaType)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} was not built in.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(content, $"{mediaType}; charset=utf-8", new($"\"{Digest.Of(content)[..16]}\""));
    }
}
