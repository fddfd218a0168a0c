using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>Sends a notification again that was given up; who had subscribed stays as it was, and so does its id.</summary>
/// <param name="Notification">The notification.</param>
/// <param name="State">How far it had come when it was looked up.</param>
/// <param name="Resends">How often it had been sent again by then.</param>
public sealed record ResendNotification(NotificationId Notification, NotificationState State, int Resends) : ICommand
{
    StreamRef ICommand.Target => NotificationResends.At(Notification);
}

/// <summary>A notification that was given up is sent again.</summary>
public sealed record NotificationResent : IEvent;

/// <summary>How often people had a notification sent again; its delivery itself is no matter of history.</summary>
/// <param name="Times">How often.</param>
public sealed record NotificationResends(int Times)
{
    /// <summary>They as streams.</summary>
    public static StreamKind<NotificationResends> Kind { get; } = new("notification_resends", new(0), Evolve);

    /// <summary>A line for the command: administrators alone.</summary>
    public static CommandRoles Roles { get; } = CommandRoles.None.Let<ResendNotification>(ActorRole.OpsAdmin);

    /// <summary>It was delivered, or is on its way.</summary>
    public static RefusalKind NotDead { get; } = new("notification.not-dead", "PLAN-15", "The notification was delivered, or is still to be tried.", "Nothing has to be done.");

    /// <summary>The stream of one notification.</summary>
    public static StreamRef<NotificationResends> At(NotificationId id) => Kind.At(id.Value);

    /// <summary>The state after one more fact.</summary>
    public static NotificationResends Evolve(NotificationResends state, IEvent fact) => fact switch
    {
        NotificationResent => new(state.Times + 1),
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of a notification."),
    };

    /// <summary>Decides a resending; null when the state must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ResendNotification command, DecisionContext context) =>
        reads.Of(At(command.Notification)) is { } state ? Decide(state, command, context) : null;

    /// <summary>Decides a resending.</summary>
    public static Decision Decide(NotificationResends state, ResendNotification command, DecisionContext context) =>
        !context.Actor.IsPlatform ? Decision.NotVisible
        : command.Resends < state.Times ? Decision.AlreadySo // somebody else has asked since
        : command.State == NotificationState.Dead ? Decision.Record(At(command.Notification), new NotificationResent())
        : Decision.Refuse(At(command.Notification), [NotDead.Of("notification", ("state", command.State.ToString()))]);
}
