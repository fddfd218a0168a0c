using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>The rows of LIVE plans.</summary>
sealed class PlanTable() : InlineTable(LivePlanRecord.View, "lc_plans")
{
    static readonly string[] Columns =
    [
        "id", "version", "merchant", "status", "outcome", "is_live", "is_published", "local_date", "local_time", "minutes", "zone", "time_rule", "starts_at", "ends_at",
        "title_subject", "title_reference", "title_digest", "product_count", "tool_count", "session", "session_started_at", "rescheduled_from", "rescheduled_to", "created_at", "over_at",
    ];

    static readonly RowStatements Statements = new("lc_plans", Columns);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (LivePlanRecord)row.Row).ToArray();
        var command = new NpgsqlBatchCommand(Statements.For(areNew));
        AddSchedule(command, records);
        AddCourse(command, records);
        return command.Value(generation);
    }

    static void AddSchedule(NpgsqlBatchCommand command, LivePlanRecord[] records) => command
        .Column(records, row => row.Id.Value)
        .Column(records, row => row.Version)
        .Column(records, row => row.Merchant.Value)
        .Column(records, row => row.Status.ToString())
        .Column(records, row => row.Outcome?.ToString())
        .Column(records, row => row.IsLive)
        .Column(records, row => row.IsPublished)
        .Column(records, row => row.Schedule.Date)
        .Column(records, row => row.Schedule.Time)
        .Column(records, row => row.Schedule.Minutes)
        .Column(records, row => row.Schedule.Zone.Id)
        .Column(records, row => row.Schedule.Rule.ToString())
        .Moments(records, row => row.Schedule.Start)
        .Moments(records, row => row.Schedule.End);

    static void AddCourse(NpgsqlBatchCommand command, LivePlanRecord[] records) => command
        .Column(records, row => row.Title.Subject)
        .Column(records, row => row.Title.Reference)
        .Column(records, row => row.Title.Digest)
        .Column(records, row => row.ProductCount)
        .Column(records, row => row.ToolCount)
        .Column(records, row => row.Session?.Value)
        .MomentsOrNone(records, row => row.SessionStartedAt)
        .Column(records, row => row.RescheduledFrom?.Value)
        .Column(records, row => row.RescheduledTo?.Value)
        .Moments(records, row => row.CreatedAt)
        .MomentsOrNone(records, row => row.OverAt);
}
