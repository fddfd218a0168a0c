using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Requests;

/// <summary>A page of a list: at most 100 items after an opaque cursor.</summary>
sealed record PageRequest(string? Cursor, int Limit)
{
    internal const int Largest = 100;
    const int Usual = 50;
    const int LongestCursor = 300;
    const long Earliest = -62_135_596_800_000_000; // the years 1 to 9999, in microseconds
    const long Latest = 253_402_300_799_999_999;

    internal static PageRequest Of(string? cursor, int? limit) =>
        limit is < 1 or > Largest ? throw new RequestRefusedException(DoorProblems.Malformed, "limit") : new(cursor, limit ?? Usual);

    /// <summary>The parts that <see cref="Write"/> put into the cursor.</summary>
    internal string[]? Parts(int count)
    {
        if (Cursor is null) return null;
        if (Cursor.Length > LongestCursor || !Base64Url.IsValid(Cursor)) throw Malformed;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Cursor)).Split('\n');
        return parts.Length == count && !parts.Any(part => part.Contains('\0', StringComparison.Ordinal)) ? parts : throw Malformed;
    }

    internal static string Write(params ReadOnlySpan<string> parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    internal static long Number(string part) =>
        long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Malformed;

    internal static Moment Moment(string part) =>
        Number(part) is var number and >= Earliest and <= Latest ? Kernel.Moment.FromUnixMicroseconds(number) : throw Malformed;

    internal static Guid Id(string part) => Guid.TryParseExact(part, "N", out var id) ? id : throw Malformed;

    static RequestRefusedException Malformed => new(DoorProblems.Malformed, "cursor");
}
