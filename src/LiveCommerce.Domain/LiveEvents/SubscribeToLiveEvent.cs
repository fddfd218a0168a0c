using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.LiveEvents;

/// <summary>Subscribes a buyer to a published LIVE Event until it starts (PLAN-14); a late one can be subscribed to until its scheduled end. The buyer asks, or the platform on their behalf.</summary>
/// <param name="Subscription">The id that follows from plan and buyer.</param>
/// <param name="Plan">The plan that was published as the LIVE Event.</param>
/// <param name="Subscriber">The buyer.</param>
/// <param name="Contact">By which id the platform knows the buyer.</param>
public sealed record SubscribeToLiveEvent(SubscriptionId Subscription, LivePlanId Plan, SubscriberId Subscriber, PersonalText Contact) : ISubscriptionCommand
{
    /// <summary>The command for a plan and a buyer.</summary>
    public static SubscribeToLiveEvent For(LivePlanId plan, SubscriberId subscriber, PersonalText contact) =>
        new(LiveEventSubscription.IdOf(plan, subscriber), plan, subscriber, contact);
}

public static partial class SubscriptionDecider
{
    static Decision Subscribe(LiveEventSubscription state, SubscribeToLiveEvent command, LivePlan.Created plan, Moment now) => state switch
    {
        LiveEventSubscription.Subscribed => Decision.AlreadySo,
        LiveEventSubscription.NotSubscribed or LiveEventSubscription.Unsubscribed => Closed(plan, now) is { } refusal
            ? Decision.Refuse(LiveEventSubscription.At(command.Subscription), [refusal])
            : Decision.Record(LiveEventSubscription.At(command.Subscription), new LiveEventSubscribed(command.Plan, command.Subscriber, command.Contact)),
        _ => throw new UnreachableException(),
    };

    static Refusal? Closed(LivePlan.Created plan, Moment now) => plan switch
    {
        LivePlan.Active { Session: not null } => SubscriptionRefusals.Started.Of("plan"),
        LivePlan.Active active => active.IsMissedBy(now) ? SubscriptionRefusals.Over.Of("plan") : null,
        LivePlan.Completed => SubscriptionRefusals.Over.Of("plan"),
        LivePlan.Deleted { RescheduledTo: { } next } => SubscriptionRefusals.Cancelled.Of("plan", ("rescheduled_to", next.ToString())),
        LivePlan.Deleted => SubscriptionRefusals.Cancelled.Of("plan"),
        _ => throw new UnreachableException(),
    };
}
