using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>The rows of promotion tools.</summary>
sealed class ToolTable() : InlineTable(ToolRecord.View, "lc_promotion_tools")
{
    /// <summary>Stands between the products of one row, whose ids cannot have it: arrays of unequal length cannot be sent as one.</summary>
    const char Separator = ' ';

    static readonly RowStatements Statements =
        new("lc_promotion_tools", ["id", "version", "merchant", "tool", "kind", "status", "products", "seen_at"], ("products", "string_to_array(products, ' ')"));

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (ToolRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Merchant.Value)
            .Column(records, row => row.Tool.Id)
            .Column(records, row => row.Tool.Kind.ToString())
            .Column(records, row => row.Tool.Status.ToString())
            .Column(records, row => string.Join(Separator, row.Tool.Products))
            .Moments(records, row => row.SeenAt)
            .Value(generation);
    }
}
