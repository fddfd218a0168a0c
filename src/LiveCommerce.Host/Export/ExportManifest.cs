using System.Text.Json;
using LiveCommerce.Host.Http.Json;

namespace LiveCommerce.Host.Export;

/// <summary>What stands beside a CSV export, so that its rows are rows and nothing else: who, when, filter, position, totals, and the digest of the file.</summary>
/// <param name="Header">What the export says of itself.</param>
/// <param name="Totals">What was told.</param>
/// <param name="Sha256">Over the whole file, its byte order mark included.</param>
/// <param name="Encoding">How the file is written.</param>
/// <param name="Formulas">What was done to cells that a spreadsheet would run.</param>
sealed record ExportManifest(ExportHeader Header, ExportTotals Totals, string Sha256, string Encoding, string Formulas)
{
    public static string Of(ExportHeader header, ExportTotals totals, string sha256) => JsonSerializer.Serialize(
        new ExportManifest(header, totals, sha256, "UTF-8 with a byte order mark; RFC 4180, lines end with CR LF", "a cell that begins with = + - @, a tab or a carriage return has ' before it"),
        EdgeJson.Options);
}
