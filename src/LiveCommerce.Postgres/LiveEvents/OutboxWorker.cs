using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Background;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>Delivers what the outbox holds, at least once: looks once a second, on every host; the lease gives each row to one of them.</summary>
public sealed class OutboxWorker : IAsyncDisposable
{
    const string Name = "outbox";
    const int Abreast = 8;
    static readonly TimeSpan UsualLease = TimeSpan.FromMinutes(2);
    static readonly Task Silence = new TaskCompletionSource().Task;

    readonly CancellationTokenSource stopping = new();
    readonly OutboxQueue queue;
    readonly IEventStore store;
    readonly ILiveEventGateway gateway;
    readonly ITeaserPublisher publisher;
    readonly Func<Moment> clock;
    readonly Action<WorkTrouble>? tell;
    Task loop = Task.CompletedTask;

    /// <summary>A worker that was not started yet.</summary>
    /// <param name="database">Where the outbox is.</param>
    /// <param name="store">The log, which the words come from.</param>
    /// <param name="gateway">Where notifications go.</param>
    /// <param name="publisher">Where teasers are posted.</param>
    /// <param name="clock">The host's clock.</param>
    /// <param name="tell">Hears of every failure of the worker itself; what a gateway does not take stands in the outbox.</param>
    public OutboxWorker(PostgresDatabase database, IEventStore store, ILiveEventGateway gateway, ITeaserPublisher publisher, Func<Moment> clock, Action<WorkTrouble>? tell = null) : this(database, store, gateway, publisher, clock, UsualLease, tell)
    {
    }

    internal OutboxWorker(PostgresDatabase database, IEventStore store, ILiveEventGateway gateway, ITeaserPublisher publisher, Func<Moment> clock, TimeSpan lease, Action<WorkTrouble>? tell = null) =>
        (queue, this.store, this.gateway, this.publisher, this.clock, this.tell) = (new(database, lease), store, gateway, publisher, clock, tell);

    /// <summary>Fails once the worker has stopped: for a statement that the database rejects, or a mistake of the program.</summary>
    public Task Completion => loop;

    /// <summary>Begins to look once a second.</summary>
    public void Start() => loop = Task.Run(() => Rounds.Run(Name, () => DeliverDue(stopping.Token), static () => Silence, tell, stopping.Token));

    /// <summary>Tries all that is due now, each once, and says how many that were.</summary>
    public async Task<int> DeliverDue(CancellationToken cancellation)
    {
        var tried = 0;
        while (await queue.Claim(clock(), cancellation).ConfigureAwait(false) is { Count: > 0 } items)
        {
            var histories = await store.Load([.. items.SelectMany(StreamsOf).Distinct()], cancellation).ConfigureAwait(false);
            var settled = new OutboxSettlement[items.Count];
            await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = Abreast, CancellationToken = cancellation }, async (index, stop) =>
                settled[index] = OutboxSettlement.Of(items[index], await Try(items[index], histories, stop).ConfigureAwait(false), clock())).ConfigureAwait(false);
            await queue.Settle(settled, clock(), cancellation).ConfigureAwait(false);
            tried += items.Count;
        }
        return tried;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    async Task<DeliveryOutcome> Try(OutboxItem item, IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>> histories, CancellationToken cancellation)
    {
        try
        {
            return item.Notice switch
            {
                LiveEventNotice notice => await Deliver(item, notice, histories, cancellation).ConfigureAwait(false),
                TeaserNotice notice when notice.TellsOf(histories[notice.Teaser.Value].Select(fact => fact.Body)) is { } posted => await publisher.Publish(new(item.Id, notice, posted), cancellation).ConfigureAwait(false),
                _ => throw new UnreachableException(),
            };
        }
#pragma warning disable CA1031 // a gateway is somebody else's; whatever it throws keeps no other notification waiting
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new DeliveryOutcome.TryLater(failure.GetType().Name);
        }
    }

    async Task<DeliveryOutcome> Deliver(OutboxItem item, LiveEventNotice notice, IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>> histories, CancellationToken cancellation)
    {
        var contact = item.Subscriber is { } one ? ContactOf(histories[LiveEventSubscription.IdOf(notice.Plan, one).Value]) : null;
        if (item.Subscriber is not null && contact is null) return new DeliveryOutcome.GiveUp("The subscriber's address was erased or altered.");
        var message = new NotificationMessage(notice, CreationOf(histories[notice.Plan.Value]), notice.RescheduledTo is { } next ? CreationOf(histories[next.Value]) : null);
        return await gateway.Deliver(new(item.Id, message, item.Subscriber, contact), cancellation).ConfigureAwait(false);
    }

    static IEnumerable<Guid> StreamsOf(OutboxItem item) => item.Notice switch
    {
        LiveEventNotice { Plan: var plan, RescheduledTo: var next } => new[] { plan.Value, next?.Value, item.Subscriber is { } one ? LiveEventSubscription.IdOf(plan, one).Value : null }.OfType<Guid>(),
        TeaserNotice notice => [notice.Teaser.Value],
        _ => throw new UnreachableException(),
    };

    // the last one's, so that whoever subscribed anew under another address is told there; a text that was altered or erased has no value
    static string? ContactOf(IReadOnlyList<RecordedEvent> history) => history.Select(fact => fact.Body).OfType<LiveEventSubscribed>().Last().Contact.Value;

    static LivePlanCreated CreationOf(IReadOnlyList<RecordedEvent> history) => history.Select(fact => fact.Body).OfType<LivePlanCreated>().First();
}
