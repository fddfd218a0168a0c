using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Sellers;
using Npgsql;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>Reads rows of sessions and of their figures as the queries select them.</summary>
static class SessionRows
{
    internal const string Select = "select s.id, s.version, s.account, s.account_type, s.party_kind, s.party, s.creator, s.plan, s.scheduled_start, s.started_at, s.ended_at";

    /// <summary>The sums of a source, behind the columns of <see cref="Select"/>.</summary>
    internal const string Sums = "f.source, f.first_minute, f.last_minute, f.is_gapless, f.views, f.orders, f.cart_exposures, f.gmv, f.told_at";

    internal static PagePlace PlaceOf(LiveSessionRecord session) => new(session.Begin.StartedAt, session.Id.Value);

    internal static LiveSessionRecord Read(NpgsqlDataReader row)
    {
        var id = new LiveSessionId(row.GetGuid(0));
        SessionPlan? plan = row.IdOrNone(7) is { } kept ? new(new(kept), row.MomentAt(8)) : null;
        return new(id, row.GetInt64(1), new(
            id, new(row.GetGuid(2)), row.Enum<AccountType>(3), new(row.Enum<PartyKind>(4), row.GetGuid(5)), row.IdOrNone(6) is { } creator ? new CreatorId(creator) : null, plan, row.MomentAt(9)), row.MomentOrNone(10));
    }

    internal static SourceTotals? SumsOrNone(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : new(
        row.Enum<FigureSource>(at), row.GetInt32(at + 1), row.GetInt32(at + 2), row.GetBoolean(at + 3),
        new(row.GetInt64(at + 4), row.GetInt64(at + 5), row.IsDBNull(at + 6) ? null : row.GetDecimal(at + 6), GmvText.ReadGmv(row.GetString(at + 7)), row.MomentAt(at + 8)));
}
