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

    // the last word of each source; instants of effect never fall along a stream
    const string Told = """
        select asked.session, asked.source, last.data, last.headers ->> 'effective_at'
        from unnest($1, $2, $3) as asked (stream, session, source)
        cross join lateral (
            select told.data, told.headers from mt_events told
            where told.stream_id = asked.stream and told.type = 'live_products_told' and told.timestamp <= $4 and (told.headers ->> 'effective_at')::timestamptz <= $5
            order by told.version desc limit 1) last
        """;

    static readonly FigureSource[] sources = Enum.GetValues<FigureSource>();

    /// <summary>The shop's last sessions of those that had started by a moment, as far as they were known by another.</summary>
    internal static NpgsqlBatchCommand SessionsBy(MerchantId merchant, Moment? effectiveAt, Moment? recordedAt) =>
        new NpgsqlBatchCommand(Sessions).Value(merchant.Value).Value(Time(effectiveAt)).Value(Time(recordedAt));

    internal static StartedSession Session(NpgsqlDataReader row) => new(new(row.GetGuid(0)), row.MomentAt(1));

    /// <summary>What each source had told of them last, of what took effect by a moment and was known by another.</summary>
    internal static NpgsqlBatchCommand ToldOf(IEnumerable<StartedSession> sessions, Moment? effectiveAt, Moment? recordedAt)
    {
        var asked = sessions.SelectMany(one => sources, (one, source) => (one.Session, Source: source)).ToArray();
        return new NpgsqlBatchCommand(Told).Column(asked, one => LiveFigures.IdOf(one.Session, one.Source).Value).Column(asked, one => one.Session.Value).Column(asked, one => one.Source.ToString()).Value(Time(recordedAt)).Value(Time(effectiveAt));
    }

    internal static ToldSession Read(NpgsqlDataReader row) => new(
        new(new(row.GetGuid(0)), row.Enum<FigureSource>(1), (JsonSerializer.Deserialize<LiveProductsTold>(row.GetString(2)) ?? throw new JsonException("A fact has no body.")).Products), Moment.Parse(row.GetString(3)));

    static DateTime Time(Moment? moment) => moment?.ToDateTime() ?? DateTime.MaxValue.ToUniversalTime();
}
