using System.Security.Cryptography;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Catalogue;

/// <summary>A file of products or promotion tools, every row of it judged: either all of it can be taken, or nothing is.</summary>
/// <param name="List">Which list it fills.</param>
/// <param name="ContentHash">SHA-256 of its bytes.</param>
/// <param name="Looks">What its rows say, one for each id.</param>
/// <param name="Refusals">Everything that is wrong with it, in the order of the lines.</param>
sealed record CatalogueFile(CatalogueList List, string ContentHash, IReadOnlyList<RowLook> Looks, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Judges a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="list">Which list it fills.</param>
    /// <param name="merchant">Whose catalogue.</param>
    /// <param name="context">Who takes it, and now: rows that do not say when they were seen were seen now.</param>
    internal static CatalogueFile Read(ReadOnlyMemory<byte> bytes, CatalogueList list, MerchantId merchant, DecisionContext context)
    {
        var form = CatalogueForm.Of(list);
        var sheet = CsvSheet.Read(bytes, form.Needed, [CatalogueForm.SeenAt]);
        var (looks, refusals, lines) = (new List<RowLook>(), sheet.Refusals.ToList(), new Dictionary<string, int>());
        foreach (var row in sheet.Rows)
        {
            var reader = new RowReader(row);
            var (id, command) = form.Read(reader, merchant, context.Now);
            foreach (var broken in Judge(command, context)) reader.Refuse(Kind(broken), form.Columns.GetValueOrDefault(broken.Field ?? "", broken.Field ?? ""));
            if (!lines.TryAdd(id, row.Line)) reader.Refuse(CatalogueFileRefusals.Repeated, form.Needed[0], ("first_line", CsvSheet.Line(lines[id]).Item2));
            if (reader.Refusals.Count == 0) looks.Add(new(row.Line, id, command));
            refusals.AddRange(reader.Refusals);
        }
        return new(list, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), looks, [.. refusals.OrderBy(LineOf)]);
    }

    // by the decider itself, as if nothing were known: what is known can only make a row nothing new, or out of date
    static ValueList<Refusal> Judge(IObservationCommand command, DecisionContext context) => Decide(command, null, context).Refusals;

    /// <summary>What a look at a thing leads to that was seen last as its row says.</summary>
    internal static Decision Decide(IObservationCommand command, object? known, DecisionContext context) => command switch
    {
        ObserveProduct it => ObservationDecider.Decide((known as ProductRecord)?.State ?? (CatalogueProduct)new CatalogueProduct.NotObserved(), it, context),
        ObservePromotionTool it => ObservationDecider.Decide(known is ToolRecord row ? new ShopPromotionTool.Observed(row.Merchant, row.Tool, row.SeenAt) : new ShopPromotionTool.NotObserved(), it, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static RefusalKind Kind(Refusal refusal) => new(refusal.Code, refusal.Rule, refusal.Message, refusal.Fix);

    static int LineOf(Refusal refusal) => refusal.Details is [{ Name: "line", Value: var line }, ..] ? int.Parse(line, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
