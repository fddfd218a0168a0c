using System.Collections.Concurrent;
using LiveCommerce.Postgres.LiveEvents;

namespace LiveCommerce.Tests.LiveEvents;

/// <summary>A platform as a test wants it: it notes what came and answers as it is told.</summary>
sealed class Gateway(Func<LiveEventNotification, DeliveryOutcome>? answer = null) : ILiveEventGateway
{
    internal ConcurrentQueue<LiveEventNotification> Came { get; } = new();

    internal Func<LiveEventNotification, DeliveryOutcome> Answer { get; set; } = answer ?? (_ => new DeliveryOutcome.Delivered());

    public Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation)
    {
        Came.Enqueue(notification);
        return Task.FromResult(Answer(notification));
    }
}
