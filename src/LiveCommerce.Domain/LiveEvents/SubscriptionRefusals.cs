using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>Every refusal about subscriptions to LIVE Events.</summary>
public static class SubscriptionRefusals
{
    /// <summary>Its session runs.</summary>
    public static RefusalKind Started { get; } = new("live-event.started", "PLAN-14", "The LIVE has started, so a reminder of its start would come too late.", "Watch it now.");

    /// <summary>Its session ended, or its time passed without one.</summary>
    public static RefusalKind Over { get; } = new("live-event.over", "PLAN-14", "The LIVE Event is over.", "Subscribe to the shop's next LIVE.");

    /// <summary>Its plan was deleted.</summary>
    public static RefusalKind Cancelled { get; } =
        new("live-event.cancelled", "PLAN-14", "The LIVE Event was cancelled.", "Subscribe to the LIVE Event that takes its place, where one is named, or to the shop's next LIVE.");

    /// <summary>Who is told is settled by the start, the end or the deletion.</summary>
    public static RefusalKind Settled { get; } =
        new("live-event.settled", "PLAN-15", "The LIVE Event has started, is over or was cancelled: whoever had subscribed by then is told of it once.", "Nothing has to be done; no further reminder follows.");
}
