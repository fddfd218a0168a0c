using LiveCommerce.Teasers;

namespace LiveCommerce.Postgres.Teasers;

/// <summary>The rows of videos that were posted elsewhere.</summary>
static class OutsideVideoTable
{
    internal static InlineTable Rows { get; } = new InlineTable<OutsideVideoRecord>(OutsideVideoRecord.View, "lc_outside_videos")
        .Column("plan", row => row.Plan.Value)
        .Column("kind", row => row.Kind.ToString())
        .Column("posted_at", row => row.PostedAt)
        .Column("told_at", row => row.ToldAt);
}
