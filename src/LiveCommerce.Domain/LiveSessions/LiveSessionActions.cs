using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>What is open to somebody on a session now, found by asking the decider: what a page makes clickable, from one truth.</summary>
public static class LiveSessionActions
{
    /// <summary>The actions of the actor's role.</summary>
    public static ValueList<ActionVerdict> Of(LiveSession.Started session, DecisionContext context)
    {
        var known = new LiveSessionContext(context.Now, context.Actor);
        return Candidates(session.Begin.Session)
            .Where(candidate => LiveSessionRoles.Table.Of(candidate.Command.GetType()).Contains(context.Actor.Role))
            .Select(candidate => ActionVerdict.Of(candidate.Action, LiveSessionDecider.Decide(session, candidate.Command, known))).ToValueList();
    }

    static IEnumerable<(string Action, ILiveSessionCommand Command)> Candidates(LiveSessionId id) =>
    [
        ("end", new EndLiveSession(id)),
        ("tellFigures", new RecordMinuteFigures(id, FigureSource.LiveFeed, [new(0, 0, 0, null, 0, 0, null, 0, 0, 0, [])])),
    ];
}
