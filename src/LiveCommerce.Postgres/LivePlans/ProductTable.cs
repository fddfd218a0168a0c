using LiveCommerce.LivePlans;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>The rows of products.</summary>
static class ProductTable
{
    internal static InlineTable Rows { get; } = new InlineTable<ProductRecord>(ProductRecord.View, "lc_products")
        .Column("merchant", row => row.Merchant.Value)
        .Column("product", row => row.ProductId)
        .Column("status", row => row.Seen.Status.ToString())
        .Column("stock", row => row.Seen.Stock)
        .Column("amount", row => row.Seen.Price.Amount)
        .Column("currency", row => row.Seen.Price.Currency)
        .Column("seen_at", row => row.SeenAt);
}
