using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>
/// Tells minutes of a session, each once however often it is sent: the same figures again are already so, other figures of a known
/// minute restate it. A batch is taken wholly or not at all.
/// </summary>
/// <param name="Session">The session.</param>
/// <param name="Source">Who tells; two sources never overwrite each other.</param>
/// <param name="Minutes">1 to 60 minutes, in any order.</param>
public sealed record RecordMinuteFigures(LiveSessionId Session, FigureSource Source, ValueList<MinuteFigures> Minutes) : ILiveSessionCommand;

public static partial class LiveSessionDecider
{
    static Decision Record(LiveSession.Started state, RecordMinuteFigures command, LiveSessionContext context)
    {
        var stream = LiveFigures.At(command.Session, command.Source);
        var refusals = FigureRules.Broken(state, command.Minutes, context.Now).ToValueList();
        if (refusals.Count > 0) return Decision.Refuse(LiveSession.At(command.Session), refusals);

        var known = context.Figures?.Minutes ?? MinuteDigests.None;
        var told = command.Minutes.OrderBy(figures => figures.Minute).ToArray();
        var fresh = told.Where(figures => !known.Knows(figures.Minute)).ToValueList();
        var restated = told.Where(figures => known.Knows(figures.Minute) && !known.Holds(figures)).ToValueList();
        ValueList<Detail> details =
        [
            new("recorded", Numeral.Of(fresh.Count)), new("restated", Numeral.Of(restated.Count)), new("unchanged", Numeral.Of(told.Length - fresh.Count - restated.Count)),
        ];
        ValueList<NewFact> facts =
        [
            .. fresh.Count > 0 ? [new NewFact(stream, new LiveMetricsRecorded(command.Session, command.Source, fresh))] : Array.Empty<NewFact>(),
            .. restated.Count > 0 ? [new NewFact(stream, new LiveMetricsRestated(command.Session, command.Source, restated))] : Array.Empty<NewFact>(),
        ];
        return (facts.Count > 0 ? Decision.Record(facts) : Decision.AlreadySo) with { Details = details };
    }
}
