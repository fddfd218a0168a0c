using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>Whether one buyer is reminded of one LIVE Event (PLAN-14).</summary>
public abstract record LiveEventSubscription
{
    LiveEventSubscription() { }

    /// <summary>The buyer never subscribed.</summary>
    public sealed record NotSubscribed : LiveEventSubscription;

    /// <summary>The buyer subscribed once, whatever became of it.</summary>
    /// <param name="Last">How they subscribed last.</param>
    public abstract record Known(LiveEventSubscribed Last) : LiveEventSubscription;

    /// <summary>The buyer is to be told when the LIVE starts.</summary>
    public sealed record Subscribed(LiveEventSubscribed Last) : Known(Last);

    /// <summary>The buyer thought better of it.</summary>
    public sealed record Unsubscribed(LiveEventSubscribed Last) : Known(Last);

    /// <summary>Subscriptions as streams.</summary>
    public static StreamKind<LiveEventSubscription> Kind { get; } = new("live_event_subscription", new NotSubscribed(), Evolve, SubscriptionRecord.View);

    /// <summary>The id of a buyer's subscription to a plan's LIVE Event.</summary>
    public static SubscriptionId IdOf(LivePlanId plan, SubscriberId subscriber) => new(DerivedId.Of(plan.Value, $"subscription/{subscriber.Value:D}"));

    /// <summary>The stream of one subscription.</summary>
    public static StreamRef<LiveEventSubscription> At(SubscriptionId id) => Kind.At(id.Value);

    /// <summary>The subscription after one more fact.</summary>
    public static LiveEventSubscription Evolve(LiveEventSubscription state, IEvent fact) => (state, fact) switch
    {
        (NotSubscribed or Unsubscribed, LiveEventSubscribed it) => new Subscribed(it),
        (Subscribed subscription, LiveEventUnsubscribed) => new Unsubscribed(subscription.Last),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
