using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>A past session, and when it started.</summary>
sealed record StartedSession(LiveSessionId Session, Moment StartedAt);

/// <summary>What was told of the products of a session, and when that took effect.</summary>
sealed record ToldSession(PastSession Told, Moment EffectiveAt);

/// <summary>Reads what the products of a shop's last sessions came to: the facts themselves, whose streams follow from the sessions.</summary>
static class PastSales
{
    static readonly string Sessions = $"""
        select s.id, s.started_at from lc_sessions s join mt_events first on first.stream_id = s.id and first.version = 1
        where s.generation = (select generation from lc_views where view = 'sessions') and s.party = $1 and s.party_kind = 'Merchant' and s.started_at <= $2 and first.timestamp <= $3
        order by s.started_at desc, s.id desc limit {Numeral.Of(SalesProjection.Sessions)}
        """;

    const string Told = """
        select asked.session, asked.source, told.data, told.headers ->> 'effective_at'
        from unnest($1, $2, $3) as asked (stream, session, source) join mt_events told on told.stream_id = asked.stream and told.type = 'live_products_told' and told.timestamp <= $4
        order by told.seq_id
        """;

    static readonly FigureSource[] sources = Enum.GetValues<FigureSource>();

    /// <summary>The shop's last sessions of those that had started by a moment, as far as they were known by another.</summary>
    internal static NpgsqlBatchCommand SessionsBy(MerchantId merchant, Moment? effectiveAt, Moment? recordedAt) =>
        new NpgsqlBatchCommand(Sessions).Value(merchant.Value).Value(Time(effectiveAt)).Value(Time(recordedAt));

    internal static StartedSession Session(NpgsqlDataReader row) => new(new(row.GetGuid(0)), row.MomentAt(1));

    /// <summary>What was told of them by a moment, in the order of the telling.</summary>
    internal static NpgsqlBatchCommand ToldOf(IEnumerable<StartedSession> sessions, Moment? recordedAt)
    {
        var asked = sessions.SelectMany(one => sources, (one, source) => (one.Session, Source: source)).ToArray();
        return new NpgsqlBatchCommand(Told).Column(asked, one => LiveFigures.IdOf(one.Session, one.Source).Value).Column(asked, one => one.Session.Value).Column(asked, one => one.Source.ToString()).Value(Time(recordedAt));
    }

    internal static ToldSession Read(NpgsqlDataReader row) => new(
        new(new(row.GetGuid(0)), row.Enum<FigureSource>(1), (JsonSerializer.Deserialize<LiveProductsTold>(row.GetString(2)) ?? throw new JsonException("A fact has no body.")).Products), Moment.Parse(row.GetString(3)));

    static DateTime Time(Moment? moment) => moment?.ToDateTime() ?? DateTime.MaxValue.ToUniversalTime();
}
