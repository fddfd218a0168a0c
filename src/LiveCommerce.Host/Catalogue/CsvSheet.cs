using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Catalogue;

/// <summary>A row of a file.</summary>
/// <param name="Line">The line of the file that it begins on; a cell in quotation marks may go on for several.</param>
/// <param name="Cells">Its cells by the names of their columns.</param>
sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>
/// A CSV file after RFC 4180 in UTF-8: either all of its rows, or everything that is wrong with it. A whole file ends its last line, so that one that was cut
/// off is known by its end.
/// </summary>
sealed record CsvSheet(IReadOnlyList<SheetRow> Rows, IReadOnlyList<Refusal> Refusals)
{
    internal const int MostBytes = 4 * 1024 * 1024, MostRows = 10_000;

    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static CsvSheet Read(ReadOnlyMemory<byte> bytes, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> optional)
    {
        if (bytes.Length > MostBytes) return Refused(CatalogueFileRefusals.TooLarge.Of());
        if (TextOf(bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes.Span[Encoding.UTF8.Preamble.Length..] : bytes.Span) is not { } text) return Refused(CatalogueFileRefusals.Encoding.Of());
        if (string.IsNullOrWhiteSpace(text)) return Refused(CatalogueFileRefusals.Empty.Of());
        if (text[^1] is not ('\n' or '\r') || text.Count(letter => letter == '"') % 2 > 0) return Refused(CatalogueFileRefusals.CutOff.Of(null, Line(1 + text.TrimEnd('\r', '\n').Count(letter => letter == '\n'))));
        return Read(text, needed, optional);
    }

    internal static (string, string) Line(int line) => ("line", Numeral.Of(line));

    static CsvSheet Read(string text, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> optional)
    {
        var isTorn = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            IgnoreBlankLines = false, TrimOptions = TrimOptions.Trim, BadDataFound = _ => isTorn = true,
        });
        parser.Read();
        string[] header = [.. (parser.Record ?? []).Select(name => name.ToLowerInvariant())];
        if (Columns(header, needed, optional).ToArray() is { Length: > 0 } wrong) return new([], wrong);
        var (rows, refusals) = (new List<SheetRow>(), new List<Refusal>());
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1, isTorn = false)
        {
            if (parser.Record is not { } cells || cells is [""]) continue;
            if (rows.Count + refusals.Count == MostRows) return Refused(CatalogueFileRefusals.TooManyRows.Of());
            if (isTorn) refusals.Add(CatalogueFileRefusals.Quotation.Of(null, Line(line)));
            else if (cells.Length != header.Length) refusals.Add(CatalogueFileRefusals.Cells.Of(null, Line(line), ("cells", Numeral.Of(cells.Length)), ("columns", Numeral.Of(header.Length))));
            else rows.Add(new(line, header.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second)));
        }
        return rows.Count + refusals.Count == 0 ? Refused(CatalogueFileRefusals.Empty.Of()) : new(rows, refusals);
    }

    static IEnumerable<Refusal> Columns(string[] header, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> optional)
    {
        string[] all = [.. needed, .. optional];
        for (var index = 0; index < header.Length; index++)
        {
            if (!all.Contains(header[index])) yield return CatalogueFileRefusals.ColumnUnknown.Of(null, ("column", Numeral.Of(index + 1)), ("columns", string.Join(" ", all)));
            else if (header.AsSpan(0, index).Contains(header[index])) yield return CatalogueFileRefusals.ColumnRepeated.Of(header[index], ("column", Numeral.Of(index + 1)));
        }
        foreach (var missing in needed.Except(header)) yield return CatalogueFileRefusals.ColumnMissing.Of(missing);
    }

    // what is written in UTF-16 without a mark is full of U+0000
    static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static CsvSheet Refused(Refusal refusal) => new([], [refusal]);
}
