using LiveCommerce.Host.Http.Problems;

namespace LiveCommerce.Host.Http.Requests;

/// <summary>How long a text may be, in UTF-16 units of its composed form.</summary>
static class TextLimits
{
    internal const int Code = 40;
    internal const int Handle = 100;
    internal const int Name = 200;
    internal const int Url = 500;
    internal const int Reason = 1_000;
    internal const int Notes = 2_000;
    internal const int Details = 10_000;
    internal const int ListItems = 50;
}

/// <summary>Text comes in composed form (NFC) and within its limit, so that what looks the same is the same.</summary>
static class TextRules
{
    const int MostPerComposed = 4; // Unicode composes one character out of four at most

    /// <summary>Whether text is composed here at all: without ICU .NET leaves it as it came and says nothing.</summary>
    internal static bool CanCompose => "e\u0301".Normalize() == "\u00e9";

    internal static string Required(string value, string field, int limit)
    {
        var text = Optional(value, field, limit);
        return string.IsNullOrWhiteSpace(text) ? throw new RequestRefusedException(DoorProblems.Malformed, field) : text;
    }

    internal static string Optional(string value, string field, int limit)
    {
        if (value.Length > limit * MostPerComposed || value.Contains('\0', StringComparison.Ordinal)) throw new RequestRefusedException(DoorProblems.Malformed, field);
        var text = Composed(value, field);
        return text.Length > limit ? throw new RequestRefusedException(DoorProblems.Malformed, field) : text;
    }

    static string Composed(string value, string field)
    {
        try
        {
            return value.Normalize();
        }
        catch (ArgumentException) // U+FFFE, which no text may hold
        {
            throw new RequestRefusedException(DoorProblems.Malformed, field);
        }
    }

    /// <summary>A list of short codes; JSON lets null stand among them.</summary>
    internal static IReadOnlyList<string> Codes(IReadOnlyList<string> values, string field) => Items(values, field, value => Optional(value, field, TextLimits.Code));

    internal static IReadOnlyList<TOut> Items<TIn, TOut>(IReadOnlyList<TIn> values, string field, Func<TIn, TOut> check, int most = TextLimits.ListItems) =>
        values.Count > most || values.Any(value => value is null)
            ? throw new RequestRefusedException(DoorProblems.Malformed, field)
            : [.. values.Select(check)];

    /// <summary>An address that a page may link to: https alone, and escaped as addresses are.</summary>
    internal static string? Address(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? null
        : Uri.TryCreate(value, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" } ? address.AbsoluteUri
        : throw new RequestRefusedException(DoorProblems.Malformed, field);

    /// <summary>The content hash of an image that was put before.</summary>
    internal static string? ContentHash(string? value, string field) =>
        value is null || (value.Length == 64 && value.All(char.IsAsciiHexDigitLower)) ? value : throw new RequestRefusedException(DoorProblems.Malformed, field);
}
