using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>The rows of LIVE sessions.</summary>
sealed class SessionTable() : InlineTable(LiveSessionRecord.View, "lc_sessions")
{
    static readonly RowStatements Statements = new(
        "lc_sessions", ["id", "version", "account", "account_type", "party_kind", "party", "creator", "plan", "scheduled_start", "started_at", "ended_at"]);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (LiveSessionRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Begin.Account.Value)
            .Column(records, row => row.Begin.AccountType.ToString())
            .Column(records, row => row.Begin.Party.Kind.ToString())
            .Column(records, row => row.Begin.Party.Id)
            .Column(records, row => row.Begin.Creator?.Value)
            .Column(records, row => row.Begin.Plan?.Plan.Value)
            .MomentsOrNone(records, row => row.Begin.Plan?.ScheduledStart)
            .Moments(records, row => row.Begin.StartedAt)
            .MomentsOrNone(records, row => row.EndedAt)
            .Value(generation);
    }
}
