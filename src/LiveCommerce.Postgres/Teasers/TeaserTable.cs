using System.Text.Json;
using LiveCommerce.Teasers;

namespace LiveCommerce.Postgres.Teasers;

/// <summary>The rows of teasers. What lists sort and filter by stands in columns; the record is read whole.</summary>
static class TeaserTable
{
    internal static InlineTable Rows { get; } = new InlineTable<TeaserRecord>(TeaserRecord.View, "lc_teasers")
        .Column("merchant", row => row.Merchant.Value)
        .Column("status", row => row.Status.ToString())
        .Column("is_deleted", row => row.Status == TeaserStatus.Deleted)
        .Column("plan", row => row.Plan?.Value)
        .Column("started_at", row => row.StartedAt)
        .Column("posted_at", row => row.PostedAt)
        .Jsonb("record", row => JsonSerializer.Serialize(row));
}
