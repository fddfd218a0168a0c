using System.Buffers;
using System.Text.Json;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Requests;

/// <summary>Reads a JSON body: bounded, well-formed in every string, nothing unknown in it, and digested in canonical form.</summary>
static class RequestBody
{
    internal const int Limit = 64 * 1024;
    const int LongestField = 100;
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The body and its canonical text; no body at all reads as <c>{}</c>.</summary>
    internal static async ValueTask<(T Body, string Canonical)> Read<T>(HttpRequest request)
    {
        var limit = BodyLimit.Of(request);
        if (request.ContentLength > limit) throw new RequestRefusedException(DoorProblems.TooLarge);
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(request.HttpContext.RequestAborted);
            var (examined, isWhole) = (result.Buffer.End, result.IsCompleted || result.Buffer.Length > limit);
            try
            {
                if (isWhole) return Take<T>(request, result.Buffer, limit);
            }
            finally
            {
                reader.AdvanceTo(isWhole ? examined : result.Buffer.Start, examined); // else the connection cannot be used again
            }
        }
    }

    static (T Body, string Canonical) Take<T>(HttpRequest request, ReadOnlySequence<byte> bytes, int limit) =>
        bytes.Length > limit ? throw new RequestRefusedException(DoorProblems.TooLarge)
        : !bytes.IsEmpty && !request.HasJsonContentType() ? throw new RequestRefusedException(DoorProblems.MediaType)
        : Parse<T>(bytes);

    static (T Body, string Canonical) Parse<T>(ReadOnlySequence<byte> bytes)
    {
        try
        {
            using var document = bytes.IsEmpty ? JsonDocument.Parse("{}") : JsonDocument.Parse(bytes, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new RequestRefusedException(DoorProblems.Malformed);
            var canonical = CanonicalJson.Of(root);
            RefuseNul(root, canonical);
            return (root.Deserialize<T>(EdgeJson.Options) ?? throw new RequestRefusedException(DoorProblems.Malformed), canonical);
        }
        catch (JsonException exception)
        {
            throw new RequestRefusedException(DoorProblems.Malformed, FieldOf(exception));
        }
        catch (InvalidOperationException)
        {
            throw new RequestRefusedException(DoorProblems.Malformed); // a lone surrogate, or bytes that are no UTF-8
        }
    }

    // PostgreSQL's text cannot hold U+0000; the canonical text shows at once whether a closer look is needed
    static void RefuseNul(JsonElement element, string canonical)
    {
        if (canonical.Contains("\\u0000", StringComparison.Ordinal)) Look(element, null);
    }

    static void Look(JsonElement element, string? field)
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString()!.Contains('\0', StringComparison.Ordinal))
            throw new RequestRefusedException(DoorProblems.Malformed, field);
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Look(item, field);
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
                Look(property.Value, field is null ? property.Name : $"{field}.{property.Name}");
    }

    static string? FieldOf(JsonException exception) =>
        exception.Path is ['$', '.', .. { Length: > 0 and <= LongestField } field] ? field : null;
}
