using LiveCommerce.Sellers;

namespace LiveCommerce.Postgres.Sellers;

/// <summary>The rows of accounts.</summary>
static class AccountTable
{
    internal static InlineTable Rows { get; } = new InlineTable<AccountRecord>(AccountRecord.View, "lc_accounts")
        .Column("type", row => row.Type.ToString())
        .Column("handle_reference", row => row.HandleReference)
        .Column("creator", row => row.Creator?.Value)
        .Column("merchant", row => row.Merchant?.Value);
}
