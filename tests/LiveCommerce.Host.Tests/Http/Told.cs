using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Store;
using Microsoft.Extensions.DependencyInjection;

namespace LiveCommerce.Tests.Http;

/// <summary>What a host does beside requests about LIVE Events, done when the test says so.</summary>
sealed class Told(TestHost host)
{
    PostgresDatabase Database => host.App.Services.GetRequiredService<PostgresDatabase>();

    IEventStore Store => host.App.Services.GetRequiredService<IEventStore>();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Fills the outbox and tries what it holds; the shipped receiver takes it unless another one is named.</summary>
    internal async Task<int> Run(ILiveEventGateway? gateway = null, ITeaserPublisher? publisher = null)
    {
        await Following.CatchUp(Database, Store, new LiveEventOutbox(), Cancellation);
        await using var worker = new OutboxWorker(Database, Store, gateway ?? new ReceivingGateway(Database), publisher ?? new ReceivingGateway(Database), host.Clock.Now);
        return await worker.DeliverDue(Cancellation);
    }

    /// <summary>The notification of a plan's followers, given up.</summary>
    internal async Task<string> GivenUp(string plan)
    {
        await Run(new Refusing());
        var found = await new OutboxQueries(Database).OfPlan(TypeId.TryParse<LivePlanId>(plan, out var id) ? id : default, null, 100, Cancellation);
        return found.Single(one => one.Subscriber is null).Id.ToString();
    }

    sealed class Refusing : ILiveEventGateway
    {
        public Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.GiveUp("The endpoint is gone (410)."));
    }
}
