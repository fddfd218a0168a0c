using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>The lists of LIVE sessions, the latest first, and the figures of each.</summary>
/// <param name="database">The connections.</param>
public sealed class SessionQueries(PostgresDatabase database)
{
    const string Generation = "s.generation = (select generation from lc_views where view = 'sessions')";
    const string FiguresGeneration = "f.generation = (select generation from lc_views where view = 'session_figures')";
    const string Latest = "and (s.started_at, s.id) < ($1, $2) order by s.started_at desc, s.id desc limit $3";

    const string OfAll = $"{SessionRows.Select} from lc_sessions s where {Generation} {Latest}";

    const string OfParty = $"{SessionRows.Select} from lc_sessions s where {Generation} and s.party = $4 and s.party_kind = $5 {Latest}";

    // what a creator runs on an account that is tied to a shop is the shop's, and the creator sees it: an index for each, and their pages put together
    const string OfCreator = $"""
        select * from (
            ({OfParty})
            union all
            ({SessionRows.Select} from lc_sessions s where {Generation} and s.creator = $4 and s.party_kind = 'Merchant' {Latest})) s
        order by s.started_at desc, s.id desc limit $3
        """;

    const string ById = $"{SessionRows.Select} from lc_sessions s where {Generation} and s.id = $1";

    const string Overlapping = $"""
        {SessionRows.Select} from lc_sessions s
        where {Generation} and s.party = $1 and s.account = $2 and s.started_at < $4 and coalesce(s.ended_at, 'infinity') > $3
        order by s.started_at, s.id
        """;

    const string MinutesOf = $"select f.id, f.version, f.session, {SessionRows.Sums}, f.told from lc_session_figures f where {FiguresGeneration} and f.session = any ($1) order by f.session, f.source";

    /// <summary>Sessions, the latest start first: everybody's, or those that are one party's to see.</summary>
    /// <param name="party">Whose; everybody's without one.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Page<LiveSessionRecord>> List(Party? party, PagePlace? after = null, int limit = Pages.Longest, CancellationToken cancellation = default)
    {
        limit = Pages.Limit(limit);
        return Pages.Of(await database.Read(ListOf(party, after, limit), SessionRows.Read, cancellation).ConfigureAwait(false), limit, SessionRows.PlaceOf);
    }

    internal static NpgsqlBatchCommand ListOf(Party? party, PagePlace? after, int limit)
    {
        var query = new NpgsqlBatchCommand(party switch { null => OfAll, { Kind: PartyKind.Creator } => OfCreator, _ => OfParty }).After(after).Value((long)limit + 1);
        return party is null ? query : query.Value(party.Id).Value(party.Kind.ToString());
    }

    /// <summary>The sessions of an account that were on air at some moment of a time, the earliest first.</summary>
    public async Task<IReadOnlyList<LiveSessionRecord>> OnAir(Party party, AccountId account, TimeRange time, CancellationToken cancellation = default) => await database.Read(
        new NpgsqlBatchCommand(Overlapping).Value(party.Id).Value(account.Value).Value(time.Start.ToDateTime()).Value(time.End.ToDateTime()), SessionRows.Read, cancellation).ConfigureAwait(false);

    /// <summary>One session; null if there is none.</summary>
    public async Task<LiveSessionRecord?> Row(LiveSessionId session, CancellationToken cancellation = default) =>
        (await database.Read(new NpgsqlBatchCommand(ById).Value(session.Value), SessionRows.Read, cancellation).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>A session with each minute that counts, by currency and without products; null if there is none.</summary>
    public async Task<SessionFigures?> Find(LiveSessionId session, CancellationToken cancellation = default)
    {
        var row = await Row(session, cancellation).ConfigureAwait(false);
        return row is null ? null : SessionFigures.Of(row.State, await Figures([session], cancellation).ConfigureAwait(false));
    }

    /// <summary>What the sources told of these sessions.</summary>
    internal async Task<IReadOnlyList<LiveFiguresRecord>> Figures(IReadOnlyCollection<LiveSessionId> sessions, CancellationToken cancellation) =>
        sessions.Count == 0 ? [] : await database.Read(new NpgsqlBatchCommand(MinutesOf).Column(sessions, session => session.Value), ReadFigures, cancellation).ConfigureAwait(false);

    static LiveFiguresRecord ReadFigures(NpgsqlDataReader row)
    {
        var sums = SessionRows.SumsOrNone(row, 3) ?? throw new InvalidOperationException("A row of figures names its source.");
        return new(new(row.GetGuid(0)), row.GetInt64(1), new(row.GetGuid(2)), sums.Source, sums.Totals, PackedMinutes.Read(row.GetFieldValue<byte[]>(12)));
    }
}
