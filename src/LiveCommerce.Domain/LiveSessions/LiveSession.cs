using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using NodaTime;

namespace LiveCommerce.LiveSessions;

/// <summary>A LIVE session: on air, or over. Its figures stand in streams of their own, so that minutes do not make it long.</summary>
public abstract record LiveSession
{
    LiveSession() { }

    /// <summary>No such session has started.</summary>
    public sealed record NotStarted : LiveSession;

    /// <summary>It has started.</summary>
    /// <param name="Begin">How it started.</param>
    public abstract record Started(LiveSessionStarted Begin) : LiveSession
    {
        /// <summary>Whether somebody may know of it: the platform, the party whose it is, and the account's creator.</summary>
        public bool IsVisibleTo(Actor actor) =>
            actor.IsPlatform || actor.Party == Begin.Party || (Begin.Creator is { } creator && actor.Party == Party.Of(creator));

        /// <summary>When a minute of the session begins; minute 0 begins with the session.</summary>
        public Moment StartOf(int minute) => Begin.StartedAt + Duration.FromMinutes(minute);

        /// <summary>How much later than planned it started; null where no plan says when, or it was in time.</summary>
        public Duration? LateBy => Begin.Plan is { } plan && Begin.StartedAt > plan.ScheduledStart ? Begin.StartedAt - plan.ScheduledStart : null;
    }

    /// <summary>It is on air.</summary>
    public sealed record OnAir(LiveSessionStarted Begin) : Started(Begin);

    /// <summary>It is over.</summary>
    /// <param name="Begin">How it started.</param>
    /// <param name="EndedAt">The first moment after it.</param>
    public sealed record Ended(LiveSessionStarted Begin, Moment EndedAt) : Started(Begin);

    /// <summary>Sessions as streams.</summary>
    public static StreamKind<LiveSession> Kind { get; } = new("live_session", new NotStarted(), Evolve, LiveSessionRecord.View);

    /// <summary>The stream of one session.</summary>
    public static StreamRef<LiveSession> At(LiveSessionId id) => Kind.At(id.Value);

    /// <summary>The session after one more fact.</summary>
    public static LiveSession Evolve(LiveSession state, IEvent fact) => (state, fact) switch
    {
        (NotStarted, LiveSessionStarted it) => new OnAir(it),
        (OnAir session, LiveSessionEnded it) => new Ended(session.Begin, it.EndedAt),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
