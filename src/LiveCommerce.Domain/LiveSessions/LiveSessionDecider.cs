using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;

namespace LiveCommerce.LiveSessions;

/// <summary>A command about a LIVE session.</summary>
public interface ILiveSessionCommand : ICommand
{
    /// <summary>The session it is about.</summary>
    LiveSessionId Session { get; }

    StreamRef ICommand.Target => LiveSession.At(Session);
}

/// <summary>What a decision about a LIVE session is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">A start: the account that the command names.</param>
/// <param name="Figures">Figures: what their source has told of the session before.</param>
/// <param name="Plan">A start that names a plan, and the end of such a session: that plan.</param>
public sealed record LiveSessionContext(Moment Now, Actor Actor, TikTokAccount? Account = null, LiveFigures? Figures = null, LivePlan? Plan = null) : DecisionContext(Now, Actor);

/// <summary>Decides commands about LIVE sessions.</summary>
public static partial class LiveSessionDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "sessions/1";

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ILiveSessionCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var session = round.Of(LiveSession.At(command.Session));
        var account = round.Of(command is StartLiveSession start ? TikTokAccount.At(start.Account) : null);
        var figures = round.Of(command switch
        {
            RecordMinuteFigures told => LiveFigures.At(told.Session, told.Source),
            TellProductTotals told => LiveFigures.At(told.Session, told.Source),
            StartLiveSession or EndLiveSession => null,
            _ => throw new UnreachableException(),
        });
        var plan = round.Of(PlanOf(session, command) is { } id ? LivePlan.At(id) : null);
        return session is null || !round.IsComplete ? null : Decide(session, command, new(context.Now, context.Actor, account, figures, plan));
    }

    /// <summary>Decides a command on a session.</summary>
    public static Decision Decide(LiveSession state, ILiveSessionCommand command, LiveSessionContext context) => (state, command) switch
    {
        (LiveSession.Started known, _) when !known.IsVisibleTo(context.Actor) => Decision.NotVisible,
        (_, StartLiveSession it) => Start(state, it, context),
        (LiveSession.NotStarted, _) => Decision.NotVisible,
        (LiveSession.Started known, EndLiveSession it) => End(known, it, context),
        (LiveSession.Started known, RecordMinuteFigures it) => Record(known, it, context),
        (LiveSession.Started, TellProductTotals it) => Tell(it, context),
        _ => throw new UnreachableException(),
    };

    static LivePlanId? PlanOf(LiveSession? session, ILiveSessionCommand command) => command switch
    {
        StartLiveSession start => start.Plan,
        EndLiveSession => (session as LiveSession.OnAir)?.Begin.Plan?.Plan,
        RecordMinuteFigures or TellProductTotals => null,
        _ => throw new UnreachableException(),
    };
}
