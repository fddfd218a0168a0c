using System.Globalization;
using System.Text.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Host.Import;

/// <summary>An object of the marketplace's document: what is asked for must be there and be what it should; what nobody asks for is remembered as unknown.</summary>
/// <param name="json">The object.</param>
/// <param name="path">Where it stands, for whoever must find it.</param>
/// <param name="unknown">The fields that nobody asked for, without their indexes.</param>
sealed class DocumentPart(JsonElement json, string path, ISet<string> unknown)
{
    const long LastSecond = 7_258_118_400; // the year 2200

    internal string Path => path;

    internal static DocumentPart Root(JsonElement json, ISet<string> unknown) =>
        json.ValueKind == JsonValueKind.Object ? new(json, "", unknown) : throw Bad("");

    internal bool Has(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    internal DocumentPart Object(string name) => Value(name) is { ValueKind: JsonValueKind.Object } value ? new(value, At(name), unknown) : throw Bad(At(name));

    internal IReadOnlyList<DocumentPart> List(string name) => Value(name) is { ValueKind: JsonValueKind.Array } value
        ? [.. value.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object ? new DocumentPart(item, $"{At(name)}[{index}]", unknown) : throw Bad($"{At(name)}[{index}]"))]
        : throw Bad(At(name));

    internal string Text(string name) => Value(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 and <= 200 } text ? text : throw Bad(At(name));

    /// <summary>A whole number; the marketplace writes some of them as text.</summary>
    internal int Count(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var count) => count,
        { ValueKind: JsonValueKind.String } text when int.TryParse(text.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) => count,
        _ => throw Bad(At(name)),
    };

    /// <summary>Seconds since 1970.</summary>
    internal Moment Instant(string name)
    {
        var seconds = Value(name) switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var count) => count,
            { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
            _ => -1,
        };
        return seconds is > 0 and < LastSecond ? Moment.From(NodaTime.Instant.FromUnixTimeSeconds(seconds)) : throw Bad(At(name));
    }

    internal Money Money(string name) => Object(name) is var amount ? new(amount.Text("amount"), amount.Text("currency")) : throw Bad(At(name));

    /// <summary>Says which other fields the marketplace documents; whatever is beside them is unknown.</summary>
    internal DocumentPart Knows(params ReadOnlySpan<string> names)
    {
        foreach (var property in json.EnumerateObject())
            if (!names.Contains(property.Name)) unknown.Add(Plain(At(property.Name)));
        return this;
    }

    string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    static string Plain(string path) => string.Join('.', path.Split('.').Select(part => part.Split('[')[0]));

    JsonElement? Value(string name) => json.TryGetProperty(name, out var value) ? value : null;

    static RequestRefusedException Bad(string path) => new(DoorProblems.Malformed, path.Length == 0 ? null : path);
}
