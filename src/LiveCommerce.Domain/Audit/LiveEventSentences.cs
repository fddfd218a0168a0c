using LiveCommerce.LiveEvents;

namespace LiveCommerce.Audit;

/// <summary>Subscriptions to LIVE Events in sentences: a line for each kind of fact.</summary>
static class LiveEventSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<LiveEventSubscribed>(it => $"subscribed buyer {it.Subscriber} to the LIVE Event of plan {it.Plan}")
        .Say<LiveEventUnsubscribed>(_ => "took the subscription back")
        .Say<NotificationResent>(_ => "had a notification sent again that had been given up");
}
