using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Export;

/// <summary>
/// CSV after RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it. A cell that a spreadsheet would run as a formula has an apostrophe before it.
/// The digest is over the whole file (<c>sha256sum</c>); header and totals are in a manifest beside it.
/// </summary>
sealed class CsvExport : IExportWriter, IAsyncDisposable
{
    public const string FormulaStarts = "=+-@\t\r";

    static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = FormulaStarts.ToCharArray(),
        InjectionEscapeCharacter = '\'',
    };

    static readonly (string Name, Func<ExportedFact, string?> Cell)[] Columns =
    [
        ("position", it => Numeral.Of(it.Position)), ("registration", it => $"{it.Registration}"), ("party", it => $"{it.Party}"), ("shop", it => Said(it.Shop)),
        ("version", it => Numeral.Of(it.Fact.Version)), ("type", it => it.Fact.Type), ("sentence", it => it.Fact.Sentence),
        ("user", it => it.Fact.User), ("role", it => $"{it.Fact.Role}"), ("channel", it => it.Fact.Channel), ("on_behalf_of", it => $"{it.Fact.OnBehalfOf}"), ("reason", it => Said(it.Fact.Reason)),
        ("rule", it => it.Fact.Rule), ("policy", it => it.Fact.Policy), ("code", it => it.Fact.Code), ("receipt", it => it.Fact.Receipt),
        ("decided_at", it => $"{it.Fact.DecidedAt}"), ("effective_at", it => $"{it.Fact.EffectiveAt}"), ("recorded_at", it => $"{it.Fact.RecordedAt}"),
        ("event_id", it => $"{it.Fact.Id}"), ("digest", it => it.Fact.Digest), ("previous_digest", it => it.Fact.PreviousDigest), ("is_intact", it => it.Fact.IsIntact ? "true" : "false"),
        ("body", it => it.Fact.Body.GetRawText()),
    ];

    readonly DigestedStream output;
    readonly CsvWriter csv;

    public CsvExport(Stream output)
    {
        this.output = new(output);
        csv = new(new StreamWriter(this.output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), Form);
    }

    public Task Begin(ExportHeader header, CancellationToken cancellation) => Row(Columns.Select(column => column.Name));

    public Task Write(ExportedFact fact, CancellationToken cancellation) => Row(Columns.Select(column => column.Cell(fact)));

    public async Task<string> End(ExportTotals totals, CancellationToken cancellation)
    {
        await csv.FlushAsync();
        return output.Sha256();
    }

    public async ValueTask DisposeAsync()
    {
        await csv.DisposeAsync();
        await output.DisposeAsync();
    }

    Task Row(IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        return csv.NextRecordAsync();
    }

    static string? Said(PersonalText? text) => text is null ? null : text.Value ?? (text.IsAltered ? "(altered since it was recorded)" : "(erased)");
}
