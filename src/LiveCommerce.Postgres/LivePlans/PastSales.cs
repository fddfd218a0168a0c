using System.Collections.Concurrent;
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

/// <summary>A source that is asked what it told of a session last.</summary>
/// <param name="Stream">Its figures.</param>
/// <param name="Session">The session.</param>
/// <param name="Source">The source.</param>
/// <param name="Kept">What it had told last when the latest of its facts was this one.</param>
sealed record AskedSource(Guid Stream, LiveSessionId Session, FigureSource Source, (Guid Latest, ToldSession? Told) Kept);

/// <summary>
/// Reads what the products of a shop's last sessions came to: the facts themselves, whose streams follow from the sessions. While the latest fact
/// of a source stays the latest, nothing is looked for again: three sessions of 240 minutes and 150 products took half of the server's time for a readiness.
/// </summary>
sealed class PastSales
{
    const int MostKept = 1_000;

    static readonly string Sessions = $"""
        select s.id, s.started_at from lc_sessions s join mt_events first on first.stream_id = s.id and first.version = 1
        where s.generation = (select generation from lc_views where view = 'sessions') and s.party = $1 and s.party_kind = 'Merchant' and s.started_at <= $2 and first.timestamp <= $3
        order by s.started_at desc, s.id desc limit {Numeral.Of(SalesProjection.Sessions)}
        """;

    // the last word of each source; instants of effect never fall along a stream
    const string Told = """
        select asked.stream, latest.id, last.data, last.headers ->> 'effective_at'
        from unnest($1, $2) as asked (stream, known)
        cross join lateral (select id from mt_events where stream_id = asked.stream order by version desc limit 1) latest
        left join lateral (
            select told.data, told.headers from mt_events told
            where latest.id <> asked.known and told.stream_id = asked.stream and told.type = 'live_products_told'
                and told.timestamp <= $3 and (told.headers ->> 'effective_at')::timestamptz <= $4
            order by told.version desc limit 1) last on true
        """;

    static readonly FigureSource[] sources = Enum.GetValues<FigureSource>();

    readonly ConcurrentDictionary<Guid, (Guid Latest, ToldSession? Told)> kept = [];

    /// <summary>The shop's last sessions of those that had started by a moment, as far as they were known by another.</summary>
    internal static NpgsqlBatchCommand SessionsBy(MerchantId merchant, Moment? effectiveAt, Moment? recordedAt) =>
        new NpgsqlBatchCommand(Sessions).Value(merchant.Value).Value(Time(effectiveAt)).Value(Time(recordedAt));

    internal static StartedSession Session(NpgsqlDataReader row) => new(new(row.GetGuid(0)), row.MomentAt(1));

    /// <summary>The sources of sessions, with what is known of them already.</summary>
    internal Dictionary<Guid, AskedSource> Asked(IEnumerable<StartedSession> sessions) => SourcesOf(sessions).Select(one => one with { Kept = kept.GetValueOrDefault(one.Stream) }).ToDictionary(one => one.Stream);

    /// <summary>The same for a question of the past, for which nothing is kept.</summary>
    internal static Dictionary<Guid, AskedSource> AskedAnew(IEnumerable<StartedSession> sessions) => SourcesOf(sessions).ToDictionary(one => one.Stream);

    /// <summary>What each source had told last, of what took effect by a moment and was known by another.</summary>
    internal static NpgsqlBatchCommand ToldBy(Dictionary<Guid, AskedSource> asked, Moment? effectiveAt, Moment? recordedAt) =>
        new NpgsqlBatchCommand(Told).Column(asked.Values, one => one.Stream).Column(asked.Values, one => one.Kept.Latest).Value(Time(recordedAt)).Value(Time(effectiveAt));

    /// <summary>As it is told now, which is kept.</summary>
    internal ToldSession? Read(NpgsqlDataReader row, Dictionary<Guid, AskedSource> asked)
    {
        var (source, latest) = (asked[row.GetGuid(0)], row.GetGuid(1));
        if (source.Kept.Latest == latest) return source.Kept.Told;
        var told = Read(row, source);
        if (kept.Count >= MostKept) kept.Clear();
        kept[source.Stream] = (latest, told);
        return told;
    }

    internal static ToldSession? ReadAnew(NpgsqlDataReader row, Dictionary<Guid, AskedSource> asked) => Read(row, asked[row.GetGuid(0)]);

    static ToldSession? Read(NpgsqlDataReader row, AskedSource of) => row.IsDBNull(2) ? null : new(
        new(of.Session, of.Source, (JsonSerializer.Deserialize<LiveProductsTold>(row.GetString(2)) ?? throw new JsonException("A fact has no body.")).Products), Moment.Parse(row.GetString(3)));

    static IEnumerable<AskedSource> SourcesOf(IEnumerable<StartedSession> sessions) =>
        sessions.SelectMany(one => sources, (one, source) => new AskedSource(LiveFigures.IdOf(one.Session, source).Value, one.Session, source, default));

    static DateTime Time(Moment? moment) => moment?.ToDateTime() ?? DateTime.MaxValue.ToUniversalTime();
}
