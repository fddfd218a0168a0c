using System.Globalization;
using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Host.Http.Problems;

/// <summary>One broken rule.</summary>
sealed record ProblemError(
    string Code,
    string Message,
    string Fix,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Details = null);

/// <summary>A problem document (RFC 9457). <c>code</c>, <c>rule</c> and <c>field</c> are those of the first error; <c>errors</c> has all.</summary>
sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Fix,
    IReadOnlyList<ProblemError> Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Used = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Remaining = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemError>? Warnings = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Answers.SeriesAnswer>? Sessions = null)
{
    internal static Problem Of(ProblemKind kind, string? field = null) => Of(kind.Status, [new(kind.Code, kind.Message, kind.Fix, null, field)]);

    internal static Problem Of(Receipt receipt) => Of(422, [.. receipt.Refusals.Select(Error)]) with
    {
        Receipt = ReceiptId.Format(receipt.CommandId), Used = Figure(receipt, "used"), Remaining = Figure(receipt, "remaining"),
        Warnings = receipt.Warnings.Count > 0 ? [.. receipt.Warnings.Select(Error)] : null, Sessions = Answers.SeriesAnswer.Of(receipt),
    };

    internal static Problem Of(params IEnumerable<Refusal> refusals) => Of(422, [.. refusals.Select(Error)]);

    /// <summary>Everything that is wrong with a file.</summary>
    internal static Problem OfFile(IReadOnlyList<Refusal> refusals) => Of(StatusOf(refusals[0].Code), [.. refusals.Select(Error)]);

    /// <summary>A refusal of the door itself, by a rule of the domain.</summary>
    internal static Problem Of(Refusal refusal) => Of(StatusOf(refusal.Code), [Error(refusal)]);

    /// <summary>A rule that is broken is 422; what the bytes of a body are has statuses of its own.</summary>
    internal static int StatusOf(string code) => code switch { "image.too-large" or "catalogue-file.too-large" or "footage.too-large" => 413, "image.format" or "image.media-type" or "footage.not-a-video" => 415, "footage.tools-missing" or "footage.not-looked-at" => 503, _ => 422 };

    static int? Figure(Receipt receipt, string name) =>
        receipt.Details.FirstOrDefault(detail => detail.Name == name) is { } figure ? int.Parse(figure.Value, CultureInfo.InvariantCulture) : null;

    static Problem Of(int status, IReadOnlyList<ProblemError> errors)
    {
        var first = errors[0];
        return new($"/problems/{first.Code}", first.Message, status, first.Code, first.Fix, errors, first.Rule, first.Field);
    }

    internal static ProblemError Error(Refusal refusal) => new(
        refusal.Code, refusal.Message, refusal.Fix, refusal.Rule, refusal.Field,
        refusal.Details.Count == 0 ? null : refusal.Details.GroupBy(detail => detail.Name).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(detail => detail.Value))));
}

/// <summary>A receipt's public id.</summary>
static class ReceiptId
{
    const string Prefix = "cmd";

    internal static string Format(Guid commandId) => TypeId.Format(Prefix, commandId);

    internal static bool TryParse(string text, out Guid commandId) => TypeId.TryParse(Prefix, text, out commandId);
}

/// <summary>Writes problem documents.</summary>
static class ProblemWriting
{
    static readonly Duration InAMoment = Duration.FromSeconds(1);

    internal static Task Write(HttpContext context, Problem problem, Duration? retryAfter = null)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status is 429 or 503) context.Response.Headers.RetryAfter = Numeral.Of((long)Math.Ceiling((retryAfter ?? InAMoment).TotalSeconds));
        return context.Response.WriteAsJsonAsync(problem with { TraceId = context.TraceIdentifier }, EdgeJson.Options, "application/problem+json");
    }
}

/// <summary>A problem as an endpoint's result.</summary>
sealed class ProblemResult(Problem problem, Duration? retryAfter = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriting.Write(httpContext, problem, retryAfter);
}
