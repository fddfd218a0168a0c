using LiveCommerce.Postgres.Append;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Sellers;

/// <summary>The rows of accounts.</summary>
sealed class AccountTable() : InlineTable(AccountRecord.View, "lc_accounts")
{
    static readonly RowStatements Statements = new("lc_accounts", ["id", "version", "type", "handle_reference", "creator", "merchant"]);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (AccountRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Type.ToString())
            .Column(records, row => row.HandleReference)
            .Column(records, row => row.Creator?.Value)
            .Column(records, row => row.Merchant?.Value)
            .Value(generation);
    }
}
