using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.LiveSessions;

/// <summary>A session's row for lists and recaps: the facts of one session, and the version it shows.</summary>
/// <param name="Id">The session.</param>
/// <param name="Version">The version of the session's stream.</param>
/// <param name="Begin">How it started.</param>
/// <param name="EndedAt">The first moment after it; null while it is on air.</param>
public sealed record LiveSessionRecord(LiveSessionId Id, long Version, LiveSessionStarted Begin, Moment? EndedAt)
{
    /// <summary>The read model's name and fold. Sessions could be recorded before there were rows of them, so it begins at 2.</summary>
    public static InlineView<LiveSessionRecord> View { get; } = new("sessions", Fold, 2);

    /// <summary>The session as its facts say it.</summary>
    public LiveSession.Started State => EndedAt is { } end ? new LiveSession.Ended(Begin, end) : new LiveSession.OnAir(Begin);

    /// <summary>The row after one more fact.</summary>
    public static LiveSessionRecord? Fold(LiveSessionRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, LiveSessionStarted it) => new(it.Session, fact.Version, it, null),
        ({ } session, LiveSessionEnded it) => session with { EndedAt = it.EndedAt, Version = fact.Version },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no next fact of a session."),
    };
}
