using LiveCommerce.LivePlans;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>The rows of LIVE plans.</summary>
static class PlanTable
{
    internal static InlineTable Rows { get; } = new InlineTable<LivePlanRecord>(LivePlanRecord.View, "lc_plans")
        .Column("merchant", row => row.Merchant.Value)
        .Column("status", row => row.Status.ToString())
        .Column("outcome", row => row.Outcome?.ToString())
        .Column("is_live", row => row.IsLive)
        .Column("is_published", row => row.IsPublished)
        .Column("local_date", row => row.Schedule.Date)
        .Column("local_time", row => row.Schedule.Time)
        .Column("minutes", row => row.Schedule.Minutes)
        .Column("zone", row => row.Schedule.Zone.Id)
        .Column("time_rule", row => row.Schedule.Rule.ToString())
        .Column("starts_at", row => row.Schedule.Start)
        .Column("ends_at", row => row.Schedule.End)
        .Column("title_subject", row => row.Title.Subject)
        .Column("title_reference", row => row.Title.Reference)
        .Column("title_digest", row => row.Title.Digest)
        .Column("product_count", row => row.ProductCount)
        .Column("tool_count", row => row.ToolCount)
        .Column("session", row => row.Session?.Value)
        .Column("session_started_at", row => row.SessionStartedAt)
        .Column("rescheduled_from", row => row.RescheduledFrom?.Value)
        .Column("rescheduled_to", row => row.RescheduledTo?.Value)
        .Column("created_at", row => row.CreatedAt)
        .Column("over_at", row => row.OverAt);
}
