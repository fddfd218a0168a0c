using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.LiveSessions;

/// <summary>Ends a LIVE session, and completes the plan that it kept as held (C49). An end is final: ending it again is refused, so that two ends never pass for one.</summary>
/// <param name="Session">Which one.</param>
/// <param name="EndedAt">The first moment after it; now, where nothing is said.</param>
public sealed record EndLiveSession(LiveSessionId Session, Moment? EndedAt = null) : ILiveSessionCommand;

public static partial class LiveSessionDecider
{
    static Decision End(LiveSession.Started state, EndLiveSession command, LiveSessionContext context)
    {
        var (stream, at) = (LiveSession.At(command.Session), command.EndedAt ?? context.Now);
        return state switch
        {
            LiveSession.Ended over => Decision.Refuse(stream, [LiveSessionRefusals.AlreadyEnded.Of("session", ("ended_at", over.EndedAt.ToString()))]),
            LiveSession.OnAir when at < state.Begin.StartedAt => Decision.Refuse(stream, [LiveSessionRefusals.EndBeforeStart.Of("endedAt", ("started_at", state.Begin.StartedAt.ToString()))]),
            LiveSession.OnAir when at > context.Now => Decision.Refuse(stream, [LiveSessionRefusals.EndInFuture.Of("endedAt")]),
            LiveSession.OnAir => Decision.Record([new(stream, new LiveSessionEnded(at), at), .. LivePlanDecider.Held(context.Plan, command.Session, at)]),
            _ => throw new UnreachableException(),
        };
    }
}
