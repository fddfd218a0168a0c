using System.Text.Json;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.Teasers;

/// <summary>The rows of teasers. What lists sort and filter by stands in columns; the record is read whole.</summary>
sealed class TeaserTable() : InlineTable(TeaserRecord.View, "lc_teasers")
{
    static readonly string[] Columns = ["id", "version", "merchant", "status", "is_deleted", "plan", "started_at", "posted_at", "record"];

    static readonly RowStatements Statements = new("lc_teasers", Columns);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (TeaserRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Merchant.Value)
            .Column(records, row => row.Status.ToString())
            .Column(records, row => row.Status == TeaserStatus.Deleted)
            .Column(records, row => row.Plan?.Value)
            .Moments(records, row => row.StartedAt)
            .MomentsOrNone(records, row => row.PostedAt)
            .Jsonb(records, row => JsonSerializer.Serialize(row))
            .Value(generation);
    }
}
