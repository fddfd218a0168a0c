using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>A row of the outbox that one host has claimed.</summary>
sealed record OutboxItem(NotificationId Id, Notice Notice, SubscriberId? Subscriber, int Attempts);

/// <summary>What an attempt leaves behind in the row.</summary>
sealed record OutboxSettlement(NotificationId Id, NotificationState State, Moment NextAt, string? Reason)
{
    /// <summary>The settlement of an attempt.</summary>
    /// <param name="item">What was sent.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="now">When.</param>
    internal static OutboxSettlement Of(OutboxItem item, DeliveryOutcome outcome, Moment now) => outcome switch
    {
        DeliveryOutcome.Delivered => new(item.Id, NotificationState.Delivered, now, null),
        DeliveryOutcome.GiveUp it => new(item.Id, NotificationState.Dead, now, it.Reason),
        DeliveryOutcome.TryLater it when OutboxPauses.After(item.Attempts + 1, item.Id) is { } pause => new(item.Id, NotificationState.Pending, Moment.Max(now + pause, it.NotBefore ?? now), it.Reason),
        DeliveryOutcome.TryLater it => new(item.Id, NotificationState.Dead, now, it.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
