using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Performance;

/// <summary>A session with its minutes, each once: a pure fold over the facts of the session and of its sources.</summary>
/// <param name="Session">How the session stands.</param>
/// <param name="Minutes">The minutes within the session that are known, in their order.</param>
public sealed record SessionFigures(LiveSession.Started Session, ValueList<SessionMinute> Minutes)
{
    /// <summary>When the last figure was told; null while there is none.</summary>
    public Moment? DataAsOf => Minutes.Count == 0 ? null : Minutes.Max(minute => minute.ToldAt);

    /// <summary>What its minutes that begin within a time add up to.</summary>
    public FigureTotals Within(TimeRange time) => FigureTotals.Of(Minutes.Where(minute => time.Contains(minute.At)).Select(minute => new ToldMinute(minute.ToldAt, minute.Figures)));

    /// <summary>The session with what its sources told last: where two tell a minute the one that ranks higher counts, and what lies after the end does not.</summary>
    public static SessionFigures Of(LiveSession.Started session, IEnumerable<LiveFiguresRecord> sources) => new(session, Counting(session, (
        from source in sources
        from told in source.Minutes
        select KeyValuePair.Create((source.Source, told.Figures.Minute), (told.ToldAt, told.Figures))).ToDictionary()));

    /// <summary>
    /// The session after these facts, in whatever order its streams come; a source's last word on a minute holds, and where two sources tell
    /// a minute, the one that ranks higher. Null where the session has not started.
    /// </summary>
    public static SessionFigures? Of(IEnumerable<Fact> facts)
    {
        var (session, last) = ((LiveSession)new LiveSession.NotStarted(), new Dictionary<(FigureSource, int), (Moment ToldAt, MinuteFigures Figures)>());
        foreach (var fact in facts.OrderBy(fact => fact.Version))
            if (Told(fact.Body) is (var source, var minutes))
                foreach (var figures in minutes) last[(source, figures.Minute)] = (fact.EffectiveAt, figures);
            else if (fact.Body is not LiveProductsTold) session = LiveSession.Evolve(session, fact.Body);
        return session is LiveSession.Started started ? new(started, Counting(started, last)) : null;
    }

    /// <summary>All that was ever told of a minute, in the order of its telling: which figure was shown when, and what it was restated to (BEY-27).</summary>
    /// <param name="facts">The facts of the session's sources.</param>
    /// <param name="minute">The minute, counted from the session's start.</param>
    public static ValueList<ToldFigures> HistoryOf(IEnumerable<Fact> facts, int minute) => (
        from fact in facts
        orderby fact.EffectiveAt, fact.Stream, fact.Version
        let told = Told(fact.Body)
        where told is not null
        from figures in told.Value.Minutes
        where figures.Minute == minute
        select new ToldFigures(told.Value.Source, fact.EffectiveAt, fact.Body is LiveMetricsRestated, figures)).ToValueList();

    static ValueList<SessionMinute> Counting(LiveSession.Started session, Dictionary<(FigureSource Source, int Minute), (Moment ToldAt, MinuteFigures Figures)> last) => (
        from told in last
        group told by told.Key.Minute into one
        orderby one.Key
        let best = one.MaxBy(told => told.Key.Source)
        let at = session.StartOf(one.Key)
        where session is not LiveSession.Ended over || at < over.EndedAt
        select new SessionMinute(best.Key.Source, at, best.Value.ToldAt, best.Value.Figures)).ToValueList();

    static (FigureSource Source, ValueList<MinuteFigures> Minutes)? Told(IEvent fact) => fact switch
    {
        LiveMetricsRecorded it => (it.Source, it.Minutes),
        LiveMetricsRestated it => (it.Source, it.Minutes),
        LiveSessionStarted or LiveSessionEnded or LiveProductsTold => null,
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of a session or its figures."),
    };
}

/// <summary>What was told of a minute once.</summary>
/// <param name="Source">Who told.</param>
/// <param name="ToldAt">When.</param>
/// <param name="IsRestated">Whether it took the place of an earlier word.</param>
/// <param name="Figures">The figures.</param>
public sealed record ToldFigures(FigureSource Source, Moment ToldAt, bool IsRestated, MinuteFigures Figures);
