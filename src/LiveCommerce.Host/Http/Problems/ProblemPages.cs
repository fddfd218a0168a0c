using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Problems;

/// <summary>A page for each code, which the <c>type</c> of every problem document leads to; made from the refusals themselves.</summary>
static class ProblemPages
{
    sealed record Entry(string Code, int Status, string? Rule, string Message, string Fix);

    static readonly ILookup<string, Entry> Entries = DoorProblems.All
        .Select(kind => new Entry(kind.Code, kind.Status, null, kind.Message, kind.Fix))
        .Concat(Refusals().Select(kind => new Entry(kind.Code, kind.IsWarning ? 200 : Problem.StatusOf(kind.Code), kind.Rule, kind.Message, kind.Fix)))
        .ToLookup(entry => entry.Code);

    internal static IEnumerable<string> Codes => Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal);

    internal static void MapProblemPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", () => Page("Problems", string.Concat(Codes.Select(code => $"<li><a href=\"/problems/{code}\">{code}</a>")))).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/problems/{code}", (string code) => Entries.Contains(code) ? Page(code, string.Concat(Entries[code].Select(Html))) : Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Every refusal of the domain: the public properties of its refusal catalogues.</summary>
    static IEnumerable<RefusalKind> Refusals() =>
        from type in typeof(CampaignRefusals).Assembly.GetExportedTypes()
        where type is { IsAbstract: true, IsSealed: true }
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
        where property.PropertyType == typeof(RefusalKind)
        select (RefusalKind)property.GetValue(null)!;

    static string Html(Entry entry)
    {
        var text = new StringBuilder($"<li><p>{Encode(entry.Message)}</p><p>{Encode(entry.Fix)}</p><p>{(entry.Status == 200 ? "A warning" : $"HTTP {entry.Status}")}");
        if (entry.Rule is not null) text.Append(", ").Append(Encode(entry.Rule));
        return text.Append("</p>").ToString();
    }

    static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    static IResult Page(string title, string items) => Results.Content(
        $"<!doctype html><html lang=en><meta charset=utf-8><title>{Encode(title)}</title><h1>{Encode(title)}</h1><ul>{items}</ul></html>", "text/html", Encoding.UTF8);
}
