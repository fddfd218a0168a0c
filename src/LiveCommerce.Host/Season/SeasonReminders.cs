using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;
using NodaTime;

namespace LiveCommerce.Host.Season;

/// <summary>
/// Reminders of the season's LIVEs, sent once before the host begins to send: most arrive at the shipped receiver, one is given up and two are tried again tomorrow. So no webhook
/// that somebody configures is told of what never happened.
/// </summary>
static class SeasonReminders
{
    internal static async Task Send(OpenLog log, CancellationToken cancellation)
    {
        await Following.CatchUp(log.Connections, log.Store, new LiveEventOutbox(), cancellation);
        var receiver = new ReceivingGateway(log.Connections);
        await using var worker = new OutboxWorker(log.Connections, log.Store, new Mixed(receiver, OpenLog.Now() + Duration.FromDays(1)), receiver, OpenLog.Now);
        await worker.DeliverDue(cancellation);
    }

    sealed class Mixed(ReceivingGateway receiver, Moment tomorrow) : ILiveEventGateway
    {
        public Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation) =>
            notification.Subscriber == SeasonParties.Farah.Id ? Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.GiveUp("The endpoint is gone (410)."))
            : notification.Subscriber == SeasonParties.Citra.Id ? Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.TryLater("The endpoint answered 503.", tomorrow))
            : receiver.Deliver(notification, cancellation);
    }
}
