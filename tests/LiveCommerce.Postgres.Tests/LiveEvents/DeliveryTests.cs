using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;
using NodaTime;

namespace LiveCommerce.Tests.LiveEvents;

/// <summary>What becomes of a notification on its way: it is taken, tried again ever more rarely, or given up for people to see.</summary>
public sealed class DeliveryTests(TestCluster cluster) : LiveEventTest(cluster)
{
    [Fact, Rule("PLAN-15")]
    public async Task Hosts_at_work_together_send_each_once()
    {
        await Started([.. Enumerable.Range(0, 100).Select(number => $"buyer-{number}")]);
        var gateway = new Gateway();
        await using OutboxWorker here = Worker(gateway), there = Worker(gateway);
        (await Task.WhenAll(here.DeliverDue(Cancellation), there.DeliverDue(Cancellation))).Sum().ShouldBe(101);
        gateway.Came.Select(one => one.Id).Distinct().Count().ShouldBe(101);
        gateway.Came.Count.ShouldBe(101);
        (await Rows("state, attempts")).Distinct().ShouldBe(["Delivered 1"]);
        (await here.DeliverDue(Cancellation)).ShouldBe(0);
    }

    [Fact, Rule("PLAN-15")]
    public async Task What_was_sent_and_not_settled_is_sent_again_and_the_receiver_shows_one()
    {
        await Started("ayu", "budi");
        var receiver = new ReceivingGateway(database);
        using var killed = new CancellationTokenSource();
        await using var dying = Worker(new Broken(receiver, killed), TimeSpan.Zero);
        await Should.ThrowAsync<OperationCanceledException>(() => dying.DeliverDue(killed.Token));
        await using var next = Worker(receiver, TimeSpan.Zero);
        (await next.DeliverDue(Cancellation)).ShouldBe(3);
        (await Rows("(select times from lc_received where notification = id)")).ShouldContain("2", "one at least came twice");
        (await Rows("id, state")).Length.ShouldBe(3);
        (await test.Ask<long>("select count(*) from lc_received")).ShouldBe(3);
    }

    [Fact, Rule("PLAN-15")]
    public async Task What_is_not_taken_is_tried_ever_more_rarely_and_then_given_up_for_people_to_see()
    {
        var session = await Started("ayu");
        var gateway = new Gateway(_ => new DeliveryOutcome.TryLater("The endpoint answered 503."));
        await using var worker = Worker(gateway);
        var pauses = new List<Duration>();
        while (await test.Ask<long>("select count(*) from lc_outbox where state = 'Pending'") > 0)
        {
            (await worker.DeliverDue(Cancellation)).ShouldBeGreaterThan(0);
            (await worker.DeliverDue(Cancellation)).ShouldBe(0, "it rests");
            var next = Moment.From(Instant.FromDateTimeUtc(await test.Ask<DateTime>("select max(next_at) from lc_outbox")));
            pauses.Add(next - season.Now);
            season.Now = next;
        }
        gateway.Came.GroupBy(one => one.Id).ShouldAllBe(tries => tries.Count() == 8);
        pauses[..^1].ShouldBe(pauses[..^1].Order());
        (pauses[0] >= Duration.FromSeconds(5), pauses[^2] <= Duration.FromMinutes(108)).ShouldBe((true, true));
        (await Rows("state, attempts, last_error")).Distinct().ShouldBe(["Dead 8 The endpoint answered 503."]);

        gateway.Answer = _ => new DeliveryOutcome.Delivered();
        await season.Do(new ResendNotification(new LiveEventNotice(NoticeKind.LiveStarted, default, session, null, default).IdFor(null), NotificationState.Dead, 0));
        await Fill();
        (await worker.DeliverDue(Cancellation)).ShouldBe(1);
        (await Rows("state, attempts")).ShouldBe(["Dead 8", "Delivered 1"]);
    }

    [Fact, Rule("PLAN-15")]
    public async Task A_receiver_s_own_wish_is_kept_to()
    {
        await Started();
        var wish = season.Now + Duration.FromMinutes(20);
        var gateway = new Gateway(_ => new DeliveryOutcome.TryLater("The endpoint answered 429.", wish));
        await using var worker = Worker(gateway);
        await worker.DeliverDue(Cancellation);
        season.Now = wish + Duration.FromTicks(-10);
        (await worker.DeliverDue(Cancellation)).ShouldBe(0);
        season.Now = wish;
        (await worker.DeliverDue(Cancellation)).ShouldBe(1);
    }

    [Fact, Rule("PLAN-15")]
    public async Task One_that_fails_keeps_no_other_waiting()
    {
        await Started("ayu", "budi", "citra");
        await test.Execute("update lc_personal set salt = null, value = null where value = 'budi'");
        var gateway = new Gateway(one => one.Contact == "citra" ? throw new InvalidOperationException("citra") : one.Subscriber is null ? new DeliveryOutcome.GiveUp("The endpoint is gone (410).") : new DeliveryOutcome.Delivered());
        await using var worker = Worker(gateway);
        await worker.DeliverDue(Cancellation);
        (await Rows("state, last_error")).ShouldBe(["Dead The endpoint is gone (410).", "Dead The subscriber's address was erased or altered.", "Delivered", "Pending InvalidOperationException"]);
        gateway.Came.ShouldNotContain(one => one.Contact == "budi");
    }

    async Task<LiveSessionId> Started(params IEnumerable<string> buyers)
    {
        var plan = await season.Plan();
        await Subscribe(plan, buyers);
        var session = await season.Start(plan);
        await Fill();
        return session;
    }

    /// <summary>A host that dies after its first delivery: nothing of it is settled.</summary>
    sealed class Broken(ILiveEventGateway inner, CancellationTokenSource killed) : ILiveEventGateway
    {
        public async Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation)
        {
            await inner.Deliver(notification, CancellationToken.None);
            await killed.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return new DeliveryOutcome.Delivered();
        }
    }
}
