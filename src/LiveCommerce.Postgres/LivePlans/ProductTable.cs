using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>The rows of products.</summary>
sealed class ProductTable() : InlineTable(ProductRecord.View, "lc_products")
{
    static readonly RowStatements Statements = new("lc_products", ["id", "version", "merchant", "product", "status", "stock", "amount", "currency", "seen_at"]);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (ProductRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Merchant.Value)
            .Column(records, row => row.ProductId)
            .Column(records, row => row.Seen.Status.ToString())
            .Column(records, row => row.Seen.Stock)
            .Column(records, row => row.Seen.Price.Amount)
            .Column(records, row => row.Seen.Price.Currency)
            .Moments(records, row => row.SeenAt)
            .Value(generation);
    }
}
