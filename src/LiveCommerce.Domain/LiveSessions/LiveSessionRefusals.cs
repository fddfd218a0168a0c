using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>Every refusal about a LIVE session's start and end, and the one warning.</summary>
public static class LiveSessionRefusals
{
    /// <summary>The account belongs to nobody.</summary>
    public static RefusalKind AccountNotBound { get; } =
        new("account.not-bound", "RECAP-03", "The account is tied to no shop and to no creator, so the session would be nobody's.", "Link the account to its shop first.");

    /// <summary>The id is taken by another session.</summary>
    public static RefusalKind AlreadyStarted { get; } =
        new("session.already-started", "PLAN-17", "A session with this id has started with other particulars.", "Use a new id.");

    /// <summary>The plan is another party's.</summary>
    public static RefusalKind PlanOfOther { get; } =
        new("session.plan.of-other", "PLAN-17", "The plan belongs to another shop than the account.", "Name a plan of the account's shop, or none.");

    /// <summary>It starts in the future.</summary>
    public static RefusalKind StartInFuture { get; } =
        new("session.start.in-future", "PLAN-17", "The session is said to have started at a moment that has not come.", "Start it when it starts, or plan it.");

    /// <summary>It ended before.</summary>
    public static RefusalKind AlreadyEnded { get; } =
        new("session.already-ended", "AN-01", "The session has ended.", "Nothing has to be done; its end is final.");

    /// <summary>It ends before it starts.</summary>
    public static RefusalKind EndBeforeStart { get; } =
        new("session.end.before-start", "AN-01", "The session is said to have ended before it started.", "Send an end after the start.");

    /// <summary>It ends in the future.</summary>
    public static RefusalKind EndInFuture { get; } =
        new("session.end.in-future", "AN-01", "The session is said to have ended at a moment that has not come.", "End it when it ends.");

    /// <summary>It starts later than planned, and that is all.</summary>
    public static RefusalKind StartedLate { get; } =
        new("session.started-late", "PLAN-16", "The session starts later than its plan says. There is no penalty for that, but fewer may watch and buy.", "Nothing has to be done; tell subscribers early the next time.") { IsWarning = true };
}
