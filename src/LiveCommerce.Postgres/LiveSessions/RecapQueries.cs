using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>Recaps of a shop, from the sums of its sessions; the minutes are read of those alone that lie over an edge or are told by two sources in parts.</summary>
/// <param name="database">The connections.</param>
public sealed class RecapQueries(PostgresDatabase database)
{
    const string Counted = $"""
        {SessionRows.Select}, {SessionRows.Sums}
        from lc_sessions s
        left join lc_session_figures f on f.generation = (select generation from lc_views where view = 'session_figures') and f.session = s.id
        where s.generation = (select generation from lc_views where view = 'sessions') and s.party = $1 and s.party_kind = 'Merchant' and s.account_type = 'Official'
            and s.started_at < $3 and coalesce(s.ended_at, 'infinity') > $2
        order by s.started_at, s.id
        """;

    readonly SessionQueries sessions = new(database);

    /// <summary>A shop's recap.</summary>
    /// <param name="shop">Whose.</param>
    /// <param name="period">A time without broken rules.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<LivePerformanceRecap> Of(MerchantId shop, RecapPeriod period, ZoneId zone, Moment now, CancellationToken cancellation = default)
    {
        var (time, before) = (period.In(zone, now), period.ComparedWith(zone, now));
        var counted = await Within(shop, new(before?.Start ?? time.Start, time.End), cancellation).ConfigureAwait(false);
        var unsure = counted.Where(one => one.Within(time) is null || (before is not null && one.Within(before) is null)).Select(one => one.Session).ToDictionary(session => session.Begin.Session);
        var exact = (await sessions.Figures(unsure.Keys, cancellation).ConfigureAwait(false)).ToLookup(row => row.Session);
        var minutes = unsure.Values.Select(session => SessionFigures.Of(session, exact[session.Begin.Session])).ToArray();
        var sums = counted.Where(one => !unsure.ContainsKey(one.Session.Begin.Session)).ToArray();
        return LivePerformanceRecap.Of(period, zone, now, Sum, counted.Select(one => one.Session));

        FigureTotals Sum(TimeRange range) => FigureTotals.Sum(sums.Select(one => one.Within(range) ?? FigureTotals.None).Concat(minutes.Select(one => one.Within(range))));
    }

    /// <summary>The sessions that could count in a recap asked at some moment: those of the official account that had not ended before the time.</summary>
    public async Task<IReadOnlyList<LiveSessionId>> Begun(MerchantId shop, RecapPeriod period, ZoneId zone, Moment now, CancellationToken cancellation = default)
    {
        var (time, before) = (period.In(zone, now), period.ComparedWith(zone, now));
        return [.. (await Within(shop, new(before?.Start ?? time.Start, time.End), cancellation).ConfigureAwait(false)).Select(one => one.Session.Begin.Session)];
    }

    async Task<SummedSession[]> Within(MerchantId shop, TimeRange time, CancellationToken cancellation)
    {
        var query = new NpgsqlBatchCommand(Counted).Value(shop.Value).Value(time.Start.ToDateTime()).Value(time.End.ToDateTime());
        var rows = await database.Read(query, row => (Session: SessionRows.Read(row), Sums: SessionRows.SumsOrNone(row, 11)), cancellation).ConfigureAwait(false);
        return [.. rows.GroupBy(row => row.Session.Id, (_, of) => of.ToArray()).Select(of => new SummedSession(of[0].Session.State, of.Select(row => row.Sums).OfType<SourceTotals>().ToValueList()))];
    }
}
