using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveCommerce.Kernel;

/// <summary>The canonical form of RFC 8785 for the JSON that we allow: no numbers but integers up to 2^53. "Byte for byte" always means it.</summary>
public static class CanonicalJson
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static readonly JsonSerializerOptions Ordered = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InCanonicalOrder } },
    };

    static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <summary>Canonical text of a JSON document.</summary>
    /// <exception cref="JsonException">It holds a number that is not an integer up to 2^53.</exception>
    public static string Of(string json) => CanonicalRewrite.Of(Strict.GetBytes(json));

    /// <summary>Canonical text of a JSON document in UTF-8.</summary>
    /// <exception cref="JsonException">It holds a number that is not an integer up to 2^53.</exception>
    public static string OfUtf8(ReadOnlySpan<byte> json) => CanonicalRewrite.Of(json);

    /// <summary>Canonical text of a JSON element.</summary>
    /// <exception cref="JsonException">It holds a number that is not an integer up to 2^53.</exception>
    public static string Of(JsonElement element) => CanonicalRewrite.Of(JsonMarshal.GetRawUtf8Value(element));

    /// <summary>
    /// Canonical text of what System.Text.Json writes for a value. Its properties are written in canonical order at once; only where the
    /// serializer escaped more than RFC 8785 does is the document written again.
    /// </summary>
    public static string Of<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes<object?>(value, Ordered);
        return json.AsSpan().IndexOf("\\u"u8) < 0 ? Encoding.UTF8.GetString(json) : CanonicalRewrite.Of(json);
    }

    static void InCanonicalOrder(JsonTypeInfo type)
    {
        var order = 0;
        foreach (var property in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal)) property.Order = order++;
    }

    internal static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        if (!value.AsSpan().ContainsAny(Escaped)) text.Append(value);
        else foreach (var character in value) Escape(text, character);
        text.Append('"');
    }

    static void Escape(StringBuilder text, char character) => _ = character switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\f' => text.Append("\\f"),
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        _ => text.Append(character),
    };
}
