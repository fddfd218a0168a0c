using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>Reads rows of plans as the queries select them.</summary>
static class PlanRows
{
    internal const string Select = """
        select p.id, p.version, p.merchant, p.status, p.outcome, p.is_published, p.local_date, p.local_time, p.minutes, p.zone, p.time_rule, p.starts_at,
            p.title_subject, p.title_reference, p.title_digest, title.salt, title.value, p.product_count, p.tool_count, p.session, p.session_started_at,
            p.rescheduled_from, p.rescheduled_to, p.created_at, p.over_at
        """;

    /// <summary>What stands beside a row, which is called p.</summary>
    internal const string Beside = "left join lc_personal title on title.reference = p.title_reference";

    internal static PagePlace PlaceOf(LivePlanRecord plan) => new(plan.Schedule.Start, plan.Id.Value);

    internal static LivePlanRecord Read(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetInt64(1), new(row.GetGuid(2)), row.Enum<LivePlanStatus>(3), row.EnumOrNone<PlanOutcome>(4), row.GetBoolean(5),
        new(row.GetString(6), row.GetString(7), row.GetInt32(8), ZoneId.Parse(row.GetString(9)), row.Enum<LocalTimeRule>(10), row.MomentAt(11)),
        PersonalText.Stored(row.GetGuid(12), row.GetGuid(13), row.GetString(14), row.IsDBNull(15) ? null : row.GetFieldValue<byte[]>(15), row.TextOrNone(16)),
        row.GetInt32(17), row.GetInt32(18),
        row.IdOrNone(19) is { } session ? new LiveSessionId(session) : null, row.MomentOrNone(20),
        row.IdOrNone(21) is { } from ? new LivePlanId(from) : null, row.IdOrNone(22) is { } to ? new LivePlanId(to) : null,
        row.MomentAt(23), row.MomentOrNone(24));
}
