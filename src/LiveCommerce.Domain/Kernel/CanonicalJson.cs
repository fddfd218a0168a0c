using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveCommerce.Kernel;

/// <summary>The canonical form of RFC 8785 for the JSON that we allow: no numbers but integers up to 2^53. "Byte for byte" always means it.</summary>
public static class CanonicalJson
{
    const long Limit = 1L << 53;

    static readonly JsonSerializerOptions Ordered = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InCanonicalOrder } },
    };

    static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <summary>Canonical text of a JSON document.</summary>
    /// <exception cref="JsonException">It holds a number that is not an integer up to 2^53.</exception>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>
    /// Canonical text of what System.Text.Json writes for a value. Its properties are written in canonical order at once; only where the
    /// serializer escaped more than RFC 8785 does is the document read and written again.
    /// </summary>
    public static string Of<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes<object?>(value, Ordered);
        if (json.AsSpan().IndexOf("\\u"u8) < 0) return Encoding.UTF8.GetString(json);
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>Canonical text of a JSON element.</summary>
    public static string Of(JsonElement element)
    {
        var text = new StringBuilder(256);
        Write(text, element);
        return text.ToString();
    }

    static void InCanonicalOrder(JsonTypeInfo type)
    {
        var order = 0;
        foreach (var property in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal)) property.Order = order++;
    }

    static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(text, element); break;
            case JsonValueKind.Array: WriteArray(text, element); break;
            case JsonValueKind.String: WriteString(text, element.GetString() ?? ""); break;
            case JsonValueKind.Number: text.Append(Integer(element)); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Null: text.Append("null"); break;
            case JsonValueKind.Undefined:
            default: throw new JsonException("Nothing to write.");
        }
    }

    static void WriteObject(StringBuilder text, JsonElement element)
    {
        var properties = element.EnumerateObject().ToArray();
        Array.Sort(properties, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var opening = '{';
        foreach (var property in properties)
        {
            text.Append(opening);
            WriteString(text, property.Name);
            text.Append(':');
            Write(text, property.Value);
            opening = ',';
        }
        if (properties.Length == 0) text.Append('{');
        text.Append('}');
    }

    static void WriteArray(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first) text.Append(',');
            Write(text, item);
            first = false;
        }
        text.Append(']');
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

    static long Integer(JsonElement element) =>
        element.TryGetInt64(out var number) && number is >= -Limit and <= Limit
            ? number
            : throw new JsonException("Only integers up to 2^53 stand in our JSON; money and decimals are strings.");
}
