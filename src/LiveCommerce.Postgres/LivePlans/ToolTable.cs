using LiveCommerce.LivePlans;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>The rows of promotion tools.</summary>
static class ToolTable
{
    internal static InlineTable Rows { get; } = new InlineTable<ToolRecord>(ToolRecord.View, "lc_promotion_tools")
        .Column("merchant", row => row.Merchant.Value)
        .Column("tool", row => row.Tool.Id)
        .Column("kind", row => row.Tool.Kind.ToString())
        .Column("status", row => row.Tool.Status.ToString())
        .Texts("products", row => row.Tool.Products)
        .Column("seen_at", row => row.SeenAt);
}
