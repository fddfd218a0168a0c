using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Tests.Harness;

/// <summary>
/// What a host does from a command about a plan, or a teaser's post, to the last of its notifications, as a process of its own: it says when it has come to the
/// point that it was told and stops there until it is killed.
/// </summary>
sealed class Announcer(string point)
{
    internal const string Command = "announce";

    /// <summary>The places between the command and the delivery where a host may die.</summary>
    internal static readonly string[] Points = ["answered", "rows-written", "rows-committed", "claimed", "delivered"];

    internal static readonly LivePlanId Started = new(Market.Id("plan/started")), Moved = new(Market.Id("plan/moved")), Next = new(Market.Id("plan/next"));
    internal static readonly LiveSessionId Session = new(Market.Id("session"));
    internal static readonly TeaserId Teaser = new(Market.Id("teaser"));

    internal static async Task Run(string connectionString, string what, string point) => await new Announcer(point).Run(connectionString, what);

    static CommandEnvelope Asked(string what) => new(what switch
    {
        "start" => new StartLiveSession(Session, Market.Account(0), Started),
        "reschedule" => new RescheduleLivePlan(Moved, Next, new("2090-02-01", "20:00", 60), 0),
        "post" => (ICommand)new PostTeaser(Teaser),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    }, Market.Seller(0), what);

    async Task Run(string connectionString, string what)
    {
        await using var host = new WriterHost(connectionString);
        await using var database = PostgresDatabase.Open(connectionString);
        Console.Out.WriteLine(Answer.Of(await host.Pipeline.Send(Asked(what))));
        Stop("answered");
        await Following.CatchUp(database, host.Store, new Halting(this), CancellationToken.None);
        Stop("rows-committed");
        var watched = new Watched(new ReceivingGateway(database), this);
        await using var worker = new OutboxWorker(database, host.Store, watched, watched, WriterHost.Now, TimeSpan.Zero);
        await worker.DeliverDue(CancellationToken.None);
        Stop("");
    }

    void Stop(string reached)
    {
        if (reached != point) return;
        Console.Out.WriteLine($"at {reached}");
        Console.Out.Flush();
        Console.In.ReadLine();
    }

    /// <summary>The real follower, stopped where its rows are written and not committed.</summary>
    sealed class Halting(Announcer announcer) : Follower("live_event_outbox")
    {
        readonly LiveEventOutbox inner = new();

        protected internal override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
        {
            await inner.Apply(connection, facts, cancellation);
            if (facts.Any(fact => fact.Body is LivePlanWentLive or LivePlanDeleted or TeaserPosted)) announcer.Stop("rows-written");
        }
    }

    /// <summary>The shipped receiver, stopped before and after it took a notification.</summary>
    sealed class Watched(ReceivingGateway inner, Announcer announcer) : ILiveEventGateway, ITeaserPublisher
    {
        public Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation) => Watch(() => inner.Deliver(notification, cancellation));

        public Task<DeliveryOutcome> Publish(TeaserPublication publication, CancellationToken cancellation) => Watch(() => inner.Publish(publication, cancellation));

        async Task<DeliveryOutcome> Watch(Func<Task<DeliveryOutcome>> receive)
        {
            announcer.Stop("claimed");
            var outcome = await receive();
            announcer.Stop("delivered");
            return outcome;
        }
    }
}
