using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.LiveEvents;

/// <summary>
/// Takes a subscription back, until the LIVE starts or its plan is over or deleted. From that fact on no subscription of the plan changes any more: who had
/// subscribed is read from it later, and the order of the log alone has decided it.
/// </summary>
/// <param name="Subscription">The id that follows from plan and buyer.</param>
/// <param name="Plan">The plan that was published as the LIVE Event.</param>
/// <param name="Subscriber">The buyer.</param>
public sealed record UnsubscribeFromLiveEvent(SubscriptionId Subscription, LivePlanId Plan, SubscriberId Subscriber) : ISubscriptionCommand
{
    /// <summary>The command for a plan and a buyer.</summary>
    public static UnsubscribeFromLiveEvent For(LivePlanId plan, SubscriberId subscriber) => new(LiveEventSubscription.IdOf(plan, subscriber), plan, subscriber);
}

public static partial class SubscriptionDecider
{
    static Decision Unsubscribe(LiveEventSubscription state, UnsubscribeFromLiveEvent command, LivePlan.Created plan) => state switch
    {
        LiveEventSubscription.NotSubscribed or LiveEventSubscription.Unsubscribed => Decision.AlreadySo,
        LiveEventSubscription.Subscribed => IsSettled(plan)
            ? Decision.Refuse(LiveEventSubscription.At(command.Subscription), [SubscriptionRefusals.Settled.Of("plan")])
            : Decision.Record(LiveEventSubscription.At(command.Subscription), new LiveEventUnsubscribed()),
        _ => throw new UnreachableException(),
    };

    static bool IsSettled(LivePlan.Created plan) => plan switch
    {
        LivePlan.Active active => active.Session is not null,
        LivePlan.Completed or LivePlan.Deleted => true,
        _ => throw new UnreachableException(),
    };
}
