using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Sellers;
using LiveCommerce.Tests.LivePlans;
using NodaTime;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LiveSessions;

/// <summary>A session that keeps a plan, and the plan that goes LIVE and is completed with it.</summary>
public sealed class PlannedSessionTests
{
    static readonly LiveSessionId session = LiveSessionSample.Session;
    static readonly Moment start = Plans.Start;
    static readonly StartLiveSession begin = new(session, Official, Id);
    static readonly NewFact missed = Fact(new LivePlanCompleted(PlanOutcome.Missed, End), End);

    [Fact, Rule("PLAN-17"), Rule("PLAN-16")]
    public void A_session_and_its_plan_go_LIVE_in_one_decision_and_the_plan_says_when_that_was_due() =>
        Planned().When(begin, Seller, start).Then(Begun(start)).Warned();

    [Fact, Rule("PLAN-16")]
    public void An_early_start_is_no_late_one() => Planned().When(begin, Seller, start.Plus(-30)).Then(Begun(start.Plus(-30))).Warned();

    [Fact, Rule("PLAN-16"), Rule("C47")]
    public void A_late_start_is_taken_without_a_penalty_and_says_so()
    {
        Planned().When(begin, Seller, start.Plus(95)).Then(Begun(start.Plus(95))).Warned("session.started-late").WithDetails(("late_by_minutes", "95"), ("penalty", "none"));
        Planned().When(begin with { StartedAt = End.Plus(-1) }, Seller, End.Plus(60)).Then(Begun(End.Plus(-1))).Warned("session.started-late");
        LiveCommerceEvents.Catalog.Types.Where(type => type.Alias.Contains("penalt", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact, Rule("C49")]
    public void After_the_scheduled_end_a_plan_is_missed_and_no_session_keeps_it()
    {
        Planned().When(begin, Seller, End).ThenRefused("plan.not-active").After(missed);
        Planned().When(begin with { StartedAt = End.Plus(1) }, Seller, End).ThenRefused("session.start.in-future").After();
    }

    [Fact, Rule("C49")]
    public void A_plan_has_one_session()
    {
        Planned(new LivePlanWentLive(new(Uuid(701)), start)).When(begin, Seller, start).ThenRefused("plan.other-session").After();
        Planned(new LivePlanCompleted(PlanOutcome.Held, End)).When(begin, Seller, start).ThenRefused("plan.not-active").OnFields("plan");
        Planned(new LivePlanDeleted(0, null)).When(begin, Seller, start).ThenRefused("plan.not-active").After();
    }

    [Fact]
    public void All_that_is_wrong_with_a_planned_start_is_said_at_once()
    {
        Planned(new LivePlanDeleted(0, null)).When(begin with { StartedAt = start.Plus(1) }, Seller, start).ThenRefused("session.start.in-future");
        Planned().When(begin with { Account = Spare, StartedAt = start.Plus(1) }, Admin, start).ThenRefused("account.not-bound", "session.start.in-future").After();
    }

    [Fact]
    public void A_plan_is_kept_by_a_session_of_its_own_shop_alone()
    {
        Planned().When(begin with { Account = OtherOfficial }, Admin, start).ThenRefused("session.plan.of-other").OnFields("plan");
        Planned().When(begin with { Account = Affiliate }, Admin, start).ThenRefused("session.plan.of-other").After();
        Planned().When(begin with { Account = OtherOfficial }, OtherSeller, start).ThenNotVisible();
        Planned().When(begin with { Account = ShopAffiliate }, ShopHost, start).ThenNotVisible();
        Scenario.InMarket().When(begin, Seller, start).ThenNotVisible();
        Planned().When(begin with { Account = Marketing }, Seller, start).Then(
            LiveSession.At(session).Is(Started(at: start, plan: new(Id, start)) with { Account = Marketing, AccountType = AccountType.Marketing }, start), Fact(new LivePlanWentLive(session, start), start));
    }

    [Fact, Rule("C49")]
    public void A_plan_is_held_when_its_session_ends_and_stays_active_until_then()
    {
        foreach (var end in new[] { start, start.Plus(60), End, End.Plus(300) })
            Running().When(new EndLiveSession(session, end), Seller, End.Plus(300)).Then(LiveSession.At(session).Is(new LiveSessionEnded(end), end), Fact(new LivePlanCompleted(PlanOutcome.Held, end), end));
        Running().When(new CompleteLivePlan(Id), Clock, End.Plus(300)).ThenRefused("plan.not-over").After();
        Running().When(new DeleteLivePlan(Id, 0), Seller, End.Plus(300)).ThenRefused("plan.live-now");
    }

    [Fact]
    public void What_ends_is_judged_before_its_plan()
    {
        Running().When(new EndLiveSession(session, start.Plus(-1)), Seller, End).ThenRefused("session.end.before-start").After();
        Running([.. Begun(start), LiveSession.At(session).Is(new LiveSessionEnded(End), End), Fact(new LivePlanCompleted(PlanOutcome.Held, End), End)])
            .When(new EndLiveSession(session), Seller, End.Plus(1)).ThenRefused("session.already-ended").After();
    }

    [Fact]
    public void The_end_of_a_session_leaves_a_plan_alone_that_does_not_run_it() =>
        Planned([new LivePlanWentLive(new(Uuid(701)), start)], [LiveSession.At(session).Is(Started(at: start, plan: new(Id, start)))])
            .When(new EndLiveSession(session), Seller, End).Then(LiveSession.At(session).Is(new LiveSessionEnded(End), End));

    [Fact]
    public void Starting_it_again_is_already_so_also_once_its_plan_is_over()
    {
        Running().When(begin, Seller, End).ThenAlreadySo();
        Running([.. Begun(start), Fact(new LivePlanCompleted(PlanOutcome.Held, End), End)]).When(begin with { StartedAt = start }, Seller, End).ThenAlreadySo();
        Running().When(begin with { Plan = null }, Seller, End).ThenRefused("session.already-started");
    }

    static NewFact[] Begun(Moment at) => [LiveSession.At(session).Is(Started(at: at, plan: new(Id, start)), at), Fact(new LivePlanWentLive(session, at), at)];

    static Scenario Running(NewFact[]? facts = null) => Planned([], facts ?? Begun(start));

    static Scenario Planned(IEvent[] then, NewFact[] others) => Scenario.InMarket([Fact(Created), Fact(new LivePlanPublished()), .. then.Select(fact => Fact(fact)), .. others]);

    static Scenario Planned(params IEvent[] then) => Planned(then, []);
}
