using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>One notification on its way.</summary>
/// <param name="Id">The same however often it is sent: whoever receives it twice shows it once.</param>
/// <param name="Message">What it says.</param>
/// <param name="Subscriber">To whom; null for the account's followers, whom the platform alone knows.</param>
/// <param name="Contact">The platform's own id of the subscriber.</param>
public sealed record LiveEventNotification(NotificationId Id, NotificationMessage Message, SubscriberId? Subscriber, string? Contact);

/// <summary>What came of an attempt to deliver.</summary>
public abstract record DeliveryOutcome
{
    DeliveryOutcome() { }

    /// <summary>It was taken.</summary>
    public sealed record Delivered : DeliveryOutcome;

    /// <summary>It may be taken later.</summary>
    /// <param name="Reason">What was in the way, without any personal text.</param>
    /// <param name="NotBefore">When the receiver wants to be asked again, where it said so.</param>
    public sealed record TryLater(string Reason, Moment? NotBefore = null) : DeliveryOutcome;

    /// <summary>It will never be taken: people must look at it.</summary>
    /// <param name="Reason">Why, without any personal text.</param>
    public sealed record GiveUp(string Reason) : DeliveryOutcome;
}

/// <summary>The way to the platform's LIVE Events, which remind buyers (PLAN-13). It is asked at least once for each notification.</summary>
public interface ILiveEventGateway
{
    /// <summary>Delivers one notification. What it throws counts as <see cref="DeliveryOutcome.TryLater"/>.</summary>
    Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation);
}
