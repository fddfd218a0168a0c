using LiveCommerce.LiveSessions;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>The rows of LIVE sessions.</summary>
static class SessionTable
{
    internal static InlineTable Rows { get; } = new InlineTable<LiveSessionRecord>(LiveSessionRecord.View, "lc_sessions")
        .Column("account", row => row.Begin.Account.Value)
        .Column("account_type", row => row.Begin.AccountType.ToString())
        .Column("party_kind", row => row.Begin.Party.Kind.ToString())
        .Column("party", row => row.Begin.Party.Id)
        .Column("creator", row => row.Begin.Creator?.Value)
        .Column("plan", row => row.Begin.Plan?.Plan.Value)
        .Column("scheduled_start", row => row.Begin.Plan?.ScheduledStart)
        .Column("started_at", row => row.Begin.StartedAt)
        .Column("ended_at", row => row.EndedAt);
}
