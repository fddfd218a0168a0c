using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>A buyer wants to be told when a LIVE starts (PLAN-14).</summary>
/// <param name="Plan">The plan that was published as the LIVE Event.</param>
/// <param name="Subscriber">The buyer.</param>
/// <param name="Contact">By which id the platform knows the buyer: where the reminder goes.</param>
public sealed record LiveEventSubscribed(LivePlanId Plan, SubscriberId Subscriber, PersonalText Contact) : IEvent;

/// <summary>The buyer does not want to be told any more.</summary>
public sealed record LiveEventUnsubscribed : IEvent;
