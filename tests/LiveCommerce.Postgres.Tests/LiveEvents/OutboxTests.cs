using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;
using NodaTime;

namespace LiveCommerce.Tests.LiveEvents;

/// <summary>What stands in the outbox: for whoever had subscribed by the place of the fact in the log, once, however late and often it is read.</summary>
public sealed class OutboxTests(TestCluster cluster) : LiveEventTest(cluster)
{
    [Fact, Rule("PLAN-15")]
    public async Task A_start_has_one_row_for_each_subscriber_and_one_for_the_followers_under_ids_that_follow_from_it()
    {
        var plan = await season.Plan();
        await Subscribe(plan, "ayu", "budi", "citra");
        await Subscribe(await season.Plan(), "of another plan");
        var start = new LiveEventNotice(NoticeKind.LiveStarted, plan, await season.Start(plan), null, season.Now);
        await Fill();
        (await Rows("id")).ShouldBe(Ids(start, null, "ayu", "budi", "citra"));
        (await Rows("kind, plan, session, state")).Distinct().ShouldBe([$"LiveStarted {plan.Value} {start.Session!.Value.Value} Pending"]);

        await test.Execute("delete from lc_checkpoints where follower = 'live_event_outbox'"); // as after a restored backup
        await Fill();
        (await Rows("id")).ShouldBe(Ids(start, null, "ayu", "budi", "citra"));
    }

    [Fact, Rule("PLAN-15")]
    public async Task Who_is_told_is_decided_by_the_log_and_not_by_when_it_is_read()
    {
        var plan = await season.Plan();
        await Subscribe(plan, "ayu", "budi", "citra");
        await Unsubscribe(plan, "budi");
        var start = new LiveEventNotice(NoticeKind.LiveStarted, plan, await season.Start(plan), null, season.Now);
        // nobody has read the log yet, and these come too late
        var late = await season.Send(new(UnsubscribeFromLiveEvent.For(plan, SubscriberId.Of("ayu")), Actor.Of(SubscriberId.Of("ayu")), "late"));
        late.Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["live-event.settled"]);
        var later = await season.Send(new(SubscribeToLiveEvent.For(plan, SubscriberId.Of("budi"), season.Text("budi")), Actor.Of(SubscriberId.Of("budi")), "later"));
        later.Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["live-event.started"]);
        await Fill();
        (await Rows("id")).ShouldBe(Ids(start, null, "ayu", "citra"));
    }

    [Fact, Rule("PLAN-17")]
    public async Task A_session_without_a_plan_is_told_to_nobody()
    {
        await Subscribe(await season.Plan(), "ayu");
        await season.Start(null);
        await Fill();
        (await Rows("id")).ShouldBeEmpty();
    }

    [Fact, Rule("BEY-12"), Rule("C48")]
    public async Task Subscribers_are_told_of_a_deletion_and_of_the_plan_that_takes_its_place()
    {
        var (deleted, moved, next) = (await season.Plan(), await season.Plan(), new LivePlanId(Guid.CreateVersion7()));
        await Subscribe(deleted, "ayu");
        await Subscribe(moved, "budi", "citra");
        await season.Do(new DeleteLivePlan(deleted, 1));
        await season.Do(new RescheduleLivePlan(moved, next, new("2026-03-09", "20:00", 60), 2));
        await Fill();
        (await Rows("kind, plan, rescheduled_to, subscriber")).ShouldBe(
            ((string[])[$"LiveCancelled {deleted.Value} {SubscriberId.Of("ayu").Value}", .. ((string[])["budi", "citra"]).Select(buyer => $"LiveRescheduled {moved.Value} {next.Value} {SubscriberId.Of(buyer).Value}")]).Order(StringComparer.Ordinal));

        var gateway = new Gateway();
        await using var worker = Worker(gateway);
        (await worker.DeliverDue(Cancellation)).ShouldBe(3);
        gateway.Came.Select(one => one.Message.Words).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "\"Batik night\", planned for 1 Mar 2026, 21:00 (Asia/Kuala_Lumpur), was cancelled.",
            "\"Batik night\", planned for 1 Mar 2026, 21:00 (Asia/Kuala_Lumpur), was moved to 9 Mar 2026, 20:00 (Asia/Kuala_Lumpur). Subscribe to it anew to be reminded.",
        ]);
        gateway.Came.Select(one => one.Contact).Order(StringComparer.Ordinal).ShouldBe(["ayu", "budi", "citra"]);
    }

    [Fact, Rule("PLAN-16")]
    public async Task A_late_start_says_so_and_that_there_is_no_penalty()
    {
        var plan = await season.Plan();
        await Subscribe(plan, "ayu");
        season.Now += Duration.FromMinutes(72);
        await season.Start(plan);
        await Fill();
        var gateway = new Gateway();
        await using var worker = Worker(gateway);
        await worker.DeliverDue(Cancellation);
        gateway.Came.Select(one => one.Message.Words).Distinct().ShouldBe(["\"Batik night\" is LIVE now. It started 12 minutes later than planned, for which there is no penalty."]);
        gateway.Came.Select(one => one.Contact).Order(StringComparer.Ordinal).ShouldBe([null, "ayu"]);
    }

    [Fact, Rule("PLAN-15")]
    public async Task Hosts_that_follow_at_once_write_each_row_once()
    {
        var plans = new List<LivePlanId>();
        for (var i = 0; i < 8; i++)
        {
            plans.Add(await season.Plan());
            await Subscribe(plans[i], "ayu", "budi");
        }
        foreach (var plan in plans) await season.Start(plan);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Fill()));
        (await Rows("id")).Length.ShouldBe(8 * 3);
    }
}
