using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>A subscription's row: whom a LIVE Event's start is told to.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The version of its stream.</param>
/// <param name="Plan">The plan that was published as the LIVE Event.</param>
/// <param name="Subscriber">The buyer.</param>
/// <param name="IsActive">False once it was taken back.</param>
/// <param name="ChangedAt">When it became so.</param>
public sealed record SubscriptionRecord(SubscriptionId Id, long Version, LivePlanId Plan, SubscriberId Subscriber, bool IsActive, Moment ChangedAt)
{
    /// <summary>The read model's name and fold.</summary>
    public static InlineView<SubscriptionRecord> View { get; } = new("subscriptions", Fold);

    /// <summary>The row after one more fact.</summary>
    public static SubscriptionRecord? Fold(SubscriptionRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (_, LiveEventSubscribed it) => new(new(fact.Stream), fact.Version, it.Plan, it.Subscriber, true, fact.EffectiveAt),
        ({ } record, LiveEventUnsubscribed) => record with { Version = fact.Version, IsActive = false, ChangedAt = fact.EffectiveAt },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no fact of a subscription."),
    };
}
