using FsCheck;
using FsCheck.Fluent;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Tests.LivePlans;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Properties;

/// <summary>Whatever is asked, by whom and when: a plan never says of a session what the session does not say of the plan (C49).</summary>
public sealed class PlanAndSessionTests
{
    static readonly LivePlanId[] plans = [Plans.Id, Plans.Other];
    static readonly LiveSessionId[] sessions = [new(Uuid(81)), new(Uuid(82)), new(Uuid(83))];

    static readonly Gen<Step> steps =
        from plan in Gen.Elements(plans)
        from session in Gen.Elements(sessions)
        from isPlanned in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from account in Gen.Elements(Official, Official, Marketing, OtherOfficial, ShopAffiliate)
        from command in Gen.Elements<ICommand>(
            new StartLiveSession(session, account, isPlanned ? plan : null), new EndLiveSession(session), new StartLiveSession(session, Official, plan),
            Plans.Create with { Plan = plan }, new RescheduleLivePlan(plan, Plans.Other, Plans.Later, 0), new DeleteLivePlan(plan, 0), new CompleteLivePlan(plan), new ChangeFeaturedProducts(plan, ["P9"]))
        from actor in Gen.Elements(Seller, Seller, Seller, Admin, ShopHost, OtherSeller)
        from minutes in Gen.Elements(0, 1, 60, 120, 60 * 24 * 5)
        select new Step(command, command is CompleteLivePlan ? Clock : actor, minutes);

    [Fact, Rule("C49")]
    public void A_plan_and_its_session_never_disagree()
    {
        var (held, live, missed) = (0, 0, 0);
        Prop.ForAll(steps.ArrayOf(40).ToArbitrary(), days =>
        {
            var history = new History();
            history.Append(Market);
            history.Append(Plans.Fact(Plans.Created), Plans.Fact(new LivePlanPublished()));
            var now = Now;
            foreach (var step in days)
            {
                now += Duration.FromMinutes(step.MinutesLater);
                history.Append(history.Decide(step.Command, new(now, step.Actor)).Facts);
                foreach (var plan in plans) Agree(history, plan);
                foreach (var session in sessions) Agree(history, session);
            }
            held += plans.Count(plan => history.Of(LivePlan.At(plan)) is LivePlan.Completed { Outcome: PlanOutcome.Held });
            live += plans.Count(plan => history.Of(LivePlan.At(plan)) is LivePlan.Active { Session: not null });
            missed += plans.Count(plan => history.Of(LivePlan.At(plan)) is LivePlan.Completed { Outcome: PlanOutcome.Missed });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        new[] { held, live, missed }.ShouldAllBe(seen => seen > 0);
    }

    static void Agree(History history, LivePlanId plan)
    {
        var went = history.FactsOf(LivePlan.At(plan)).Select(fact => fact.Body).OfType<LivePlanWentLive>().SingleOrDefault();
        switch (history.Of(LivePlan.At(plan)))
        {
            case LivePlan.Active { Session: { } running }:
                history.Of(LiveSession.At(running.Session)).ShouldBeOfType<LiveSession.OnAir>().Begin.ShouldSatisfyAllConditions(begin => begin.Plan?.Plan.ShouldBe(plan), begin => begin.StartedAt.ShouldBe(running.StartedAt));
                break;
            case LivePlan.Completed { Outcome: PlanOutcome.Held }:
                var end = history.Of(LiveSession.At(went.ShouldNotBeNull().Session)).ShouldBeOfType<LiveSession.Ended>();
                end.Begin.Plan.ShouldNotBeNull().Plan.ShouldBe(plan);
                history.FactsOf(LivePlan.At(plan))[^1].Body.ShouldBe(new LivePlanCompleted(PlanOutcome.Held, end.EndedAt));
                break;
            default:
                went.ShouldBeNull();
                break;
        }
    }

    static void Agree(History history, LiveSessionId session)
    {
        if (history.Of(LiveSession.At(session)) is not LiveSession.Started { Begin: { Plan: { } kept } begin } state) return;
        var plan = history.Of(LivePlan.At(kept.Plan)).ShouldBeAssignableTo<LivePlan.Created>().ShouldNotBeNull();
        plan.Live.Creation.Schedule.Start.ShouldBe(kept.ScheduledStart);
        Party.Of(plan.Live.Creation.Merchant).ShouldBe(begin.Party);
        if (state is LiveSession.OnAir) plan.ShouldBeOfType<LivePlan.Active>().Session.ShouldBe(new(session, begin.StartedAt));
        else plan.ShouldBeOfType<LivePlan.Completed>().Outcome.ShouldBe(PlanOutcome.Held);
    }
}
