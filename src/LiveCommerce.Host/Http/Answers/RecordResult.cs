using LiveCommerce.Host.Http.Json;

namespace LiveCommerce.Host.Http.Answers;

/// <summary>Something that was read, with its version as ETag where it has one.</summary>
sealed class RecordResult<T>(T view, long? version = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (version is { } number) httpContext.Response.Headers.ETag = $"\"{number}\"";
        httpContext.Response.Headers.CacheControl = "no-store"; // what one caller may see is not for the next one
        return httpContext.Response.WriteAsJsonAsync(view, EdgeJson.Options);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">At most 100.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Whether an action is open to the caller now, and if not, why (one decision, asked beforehand).</summary>
sealed record ActionAnswer(
    bool Allowed,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Rule,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Fix)
{
    internal static IReadOnlyDictionary<string, ActionAnswer> Of(IEnumerable<Kernel.ActionVerdict> verdicts) =>
        verdicts.ToDictionary(verdict => verdict.Action, verdict => new ActionAnswer(verdict.Allowed, verdict.Code, verdict.Rule, verdict.Fix));
}
