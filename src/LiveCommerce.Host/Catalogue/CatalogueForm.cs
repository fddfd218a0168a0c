using System.Globalization;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Catalogue;

/// <summary>A look at one product or tool, as a row of a file says it.</summary>
/// <param name="Line">The row's line.</param>
/// <param name="Id">The marketplace's id.</param>
/// <param name="Command">What records it.</param>
sealed record RowLook(int Line, string Id, IObservationCommand Command);

/// <summary>The form of a file: its columns, and what a row of it says.</summary>
/// <param name="List">Which list such a file fills.</param>
/// <param name="Needed">The columns that it must have.</param>
/// <param name="Read">A row's id and command, and what of it is none of the column's values.</param>
/// <param name="Columns">The columns of the command's fields, for what a decision says about them.</param>
sealed record CatalogueForm(
    CatalogueList List, IReadOnlyList<string> Needed, Func<RowReader, MerchantId, Moment, (string Id, IObservationCommand Command)> Read, IReadOnlyDictionary<string, string> Columns)
{
    internal const string SeenAt = "seen_at";

    internal static CatalogueForm Products { get; } = new(CatalogueList.Products, ["product_id", "status", "stock", "price", "currency"], static (row, merchant, seenAt) =>
    {
        var id = row.Text("product_id");
        var seen = new ProductSeen(row.Name<ProductStatus>("status"), row.Number("stock", ObservationRefusals.StockInvalid), new(row.Text("price"), row.Text("currency").ToUpperInvariant()));
        return (id, new ObserveProduct(CatalogueProduct.IdOf(merchant, id), merchant, id, seen, row.Instant(SeenAt) ?? seenAt));
    }, new Dictionary<string, string> { ["productId"] = "product_id", ["seen.stock"] = "stock", ["seen.price"] = "price", ["seenAt"] = SeenAt });

    internal static CatalogueForm PromotionTools { get; } = new(CatalogueList.PromotionTools, ["tool_id", "kind", "status", "products"], static (row, merchant, seenAt) =>
    {
        var id = row.Text("tool_id");
        var bound = row.Text("products").Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries).ToValueList();
        var tool = new PromotionTool(id, row.Name<PromotionToolKind>("kind"), row.Name<PromotionToolStatus>("status"), bound);
        return (id, new ObservePromotionTool(ShopPromotionTool.IdOf(merchant, id), merchant, tool, row.Instant(SeenAt) ?? seenAt));
    }, new Dictionary<string, string> { ["seen.id"] = "tool_id", ["seen.products"] = "products", ["seenAt"] = SeenAt });

    internal static CatalogueForm Of(CatalogueList list) => list switch
    {
        CatalogueList.Products => Products,
        CatalogueList.PromotionTools => PromotionTools,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Reads the cells of one row, and remembers which hold none of their column's values.</summary>
sealed class RowReader(SheetRow row)
{
    const string FormulaStarts = "=+@\t\r";

    internal List<Refusal> Refusals { get; } = [];

    /// <summary>The cell's text. The apostrophe that a safe export puts before what a spreadsheet would run is no part of it.</summary>
    internal string Text(string column)
    {
        var cell = row.Cells.GetValueOrDefault(column, "");
        if (cell is ['\'', '=' or '+' or '-' or '@', ..]) cell = cell[1..];
        if (cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal)) Refuse(CatalogueFileRefusals.Formula, column);
        return cell;
    }

    internal TName Name<TName>(string column) where TName : struct, Enum
    {
        foreach (var name in Enum.GetValues<TName>())
            if (string.Equals(name.ToString(), Text(column), StringComparison.OrdinalIgnoreCase)) return name;
        Refuse(CatalogueFileRefusals.Value, column, ("values", string.Join(" ", Enum.GetNames<TName>())));
        return default;
    }

    internal int Number(string column, RefusalKind invalid)
    {
        if (int.TryParse(row.Cells.GetValueOrDefault(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse(invalid, column);
        return 0;
    }

    internal Moment? Instant(string column)
    {
        if (row.Cells.GetValueOrDefault(column) is not { Length: > 0 } text) return null;
        if (EdgeMomentConverter.TryParse(text, out var moment)) return moment;
        Refuse(CatalogueFileRefusals.Value, column, ("values", "2026-11-21T20:00:00Z"));
        return null;
    }

    internal void Refuse(RefusalKind kind, string? column, params ReadOnlySpan<(string, string)> details)
    {
        if (!Refusals.Exists(refusal => refusal.Code == kind.Code && refusal.Field == column)) Refusals.Add(kind.Of(column, [CsvSheet.Line(row.Line), .. details]));
    }
}
