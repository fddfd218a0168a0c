using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Tests.LivePlans;
using static LiveCommerce.Tests.LiveEvents.Subscriptions;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LiveEvents;

public sealed class SubscriptionTests
{
    static readonly Scenario[] settled =
    [
        Upcoming(new LivePlanWentLive(Plans.Session, Plans.Start)), Upcoming(new LivePlanWentLive(Plans.Session, Plans.Start), new LivePlanCompleted(PlanOutcome.Held, Plans.End)),
        Upcoming(new LivePlanCompleted(PlanOutcome.Missed, Plans.End)), Upcoming(new LivePlanDeleted(1, null)), Upcoming(new LivePlanDeleted(1, Plans.Other)),
    ];

    [Fact, Rule("PLAN-14")]
    public void A_buyer_subscribes_once_however_often_they_ask()
    {
        Plans.Planned().When(Subscribe, Buyer).Then(Of(Recorded));
        Subscribed().When(Subscribe, Buyer).ThenAlreadySo();
    }

    [Fact, Rule("PLAN-14")]
    public void The_platform_subscribes_a_buyer_on_their_behalf() => Plans.Planned().When(Subscribe, Admin).Then(Of(Recorded));

    [Fact, Rule("PLAN-14")]
    public void A_subscription_is_taken_back_and_taken_anew()
    {
        Subscribed().When(Unsubscribe, Buyer).Then(Of(new LiveEventUnsubscribed()));
        Subscribed(new LiveEventUnsubscribed()).When(Unsubscribe, Buyer).ThenAlreadySo();
        Subscribed(new LiveEventUnsubscribed()).When(Subscribe, Buyer).Then(Of(Recorded));
        Plans.Planned().When(Unsubscribe, Buyer).ThenAlreadySo();
    }

    [Fact, Rule("PLAN-14")]
    public void A_LIVE_that_is_late_can_be_subscribed_to_until_its_scheduled_end()
    {
        Plans.Planned().When(Subscribe, Buyer, Plans.Start.Plus(30)).Then(Of(Recorded));
        Plans.Planned().When(Subscribe, Buyer, Plans.End).ThenRefused("live-event.over");
    }

    [Fact, Rule("PLAN-14")]
    public void Nobody_subscribes_to_what_has_started_or_is_over()
    {
        Plans.Planned(new LivePlanWentLive(Plans.Session, Plans.Start)).When(Subscribe, Buyer, Plans.Start.Plus(1)).ThenRefused("live-event.started");
        Plans.Planned(new LivePlanWentLive(Plans.Session, Plans.Start), new LivePlanCompleted(PlanOutcome.Held, Plans.End)).When(Subscribe, Buyer, Plans.End).ThenRefused("live-event.over");
        Plans.Planned(new LivePlanDeleted(0, null)).When(Subscribe, Buyer).ThenRefused("live-event.cancelled");
        Plans.Planned(new LivePlanDeleted(0, Plans.Other)).When(Subscribe, Buyer).ThenRefused("live-event.cancelled").WithDetails(("rescheduled_to", Plans.Other.ToString()));
    }

    [Fact, Rule("PLAN-15")]
    public void From_the_start_the_end_or_the_deletion_on_no_subscription_changes()
    {
        foreach (var scenario in settled) scenario.When(Unsubscribe, Buyer, Plans.Start.Plus(1)).ThenRefused("live-event.settled");
        foreach (var scenario in settled) scenario.When(Subscribe, Buyer, Plans.Start.Plus(1)).ThenAlreadySo();
    }

    [Fact, Rule("PLAN-15")]
    public void A_start_may_be_told_after_the_scheduled_end_so_until_then_a_subscription_can_be_taken_back() =>
        Subscribed().When(Unsubscribe, Buyer, Plans.End.Plus(5)).Then(Of(new LiveEventUnsubscribed()));

    [Fact, Rule("PLAN-14")]
    public void Nobody_speaks_for_another_buyer_or_of_a_plan_that_is_none()
    {
        Plans.Planned().When(Subscribe, Actor.Of(Budi)).ThenNotVisible();
        Subscribed().When(Unsubscribe, Actor.Of(Budi)).ThenNotVisible();
        Plans.Planned().When(Subscribe with { Subscription = new(Uuid(7)) }, Buyer).ThenNotVisible();
        Scenario.InMarket().When(Subscribe, Buyer).ThenNotVisible();
        Scenario.InMarket(Plans.Fact(Plans.Created)).When(Subscribe, Buyer).ThenNotVisible();
    }

    [Fact]
    public void A_buyer_s_id_of_the_platform_is_in_no_fact_and_not_in_the_actor()
    {
        Buyer.Subscriber.ShouldBe(Ayu);
        Buyer.UserId.ShouldNotContain("ayu");
        new Actor("usr-ayu", ActorRole.Buyer).Subscriber.ShouldBeNull();
        new Actor(Ayu.ToString(), ActorRole.Merchant).Subscriber.ShouldBeNull();
    }

    static Scenario Subscribed(params IEvent[] then) => Scenario.InMarket([Plans.Fact(Plans.Created), Plans.Fact(new LivePlanPublished()), Of(Recorded), .. then.Select(Of)]);

    static Scenario Upcoming(params IEvent[] then) => Scenario.InMarket([Plans.Fact(Plans.Created), Plans.Fact(new LivePlanPublished()), Of(Recorded), .. then.Select(fact => Plans.Fact(fact))]);
}
