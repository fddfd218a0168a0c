using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class CompletionTests
{
    static readonly NewFact missed = Fact(new LivePlanCompleted(PlanOutcome.Missed, End), End);

    [Fact, Rule("C49")]
    public void Due_work_completes_no_plan_that_is_or_was_held()
    {
        Planned(new LivePlanWentLive(Session, Start)).When(new CompleteLivePlan(Id), Clock, End.Plus(600)).ThenRefused("plan.not-over");
        Planned(new LivePlanCompleted(PlanOutcome.Held, End)).When(new CompleteLivePlan(Id), Clock, End).ThenAlreadySo();
    }

    [Fact, Rule("C49")]
    public void A_plan_is_missed_when_its_scheduled_end_passes_without_a_session()
    {
        Planned().When(new CompleteLivePlan(Id), Clock, End.Plus(-1)).ThenRefused("plan.not-over");
        Planned().When(new CompleteLivePlan(Id), Clock, End).Then(missed);
        Planned().When(new CompleteLivePlan(Id), Clock, End.Plus(900)).Then(missed);
    }

    [Fact, Rule("C49")]
    public void Whoever_comes_after_a_missed_end_is_refused_and_the_miss_is_recorded_first()
    {
        Planned().When(new ChangeFeaturedProducts(Id, ["P3"]), Seller, End).ThenRefused("plan.not-active").After(missed);
        Planned().When(new DeleteLivePlan(Id, 0), Seller, End).ThenRefused("plan.not-active").After(missed);
    }

    [Fact, Rule("C49"), Rule("BEY-03")]
    public void As_of_a_moment_after_the_end_a_plan_without_a_session_is_completed_though_no_fact_says_so()
    {
        var log = new Audit.WrittenLog().Add(LivePlan.At(Id), Created, Now).Add(LivePlan.At(Id), new LivePlanPublished(), Now);
        var thing = LiveCommerce.Audit.Audited.Of(LivePlan.Kind);
        string Status(Moment at) => thing.Replay(Id.Value, new LiveCommerce.Audit.AsOf.Instant(at), log.Of).ShouldBeOfType<LiveCommerce.Audit.Replayed.Found>().Standing.Status;
        Status(End.Plus(-1)).ShouldBe("Active");
        Status(End).ShouldBe("Completed");
    }

    [Fact]
    public void Its_session_is_recorded_as_a_plain_uuid() =>
        EventCodec.Write(new LivePlanWentLive(Session, Start), []).ShouldContain($"\"Session\":\"{Session.Value}\"");

    [Fact, Rule("PLAN-18"), Rule("C49")]
    public void Lists_show_what_is_active_and_what_is_completed_recorded_or_not()
    {
        LivePlan.Active plan = new(new(Created, Created.Products, Created.PromotionTools), true, null);
        plan.StatusAt(End.Plus(-1)).ShouldBe(LivePlanStatus.Active);
        plan.StatusAt(End).ShouldBe(LivePlanStatus.Completed);
        (plan with { Session = new(Session, Start) }).StatusAt(End.Plus(60)).ShouldBe(LivePlanStatus.Active);
        new LivePlan.Completed(plan.Live, PlanOutcome.Held).StatusAt(Start).ShouldBe(LivePlanStatus.Completed);
        new LivePlan.Deleted(plan.Live, null).StatusAt(Start).ShouldBe(LivePlanStatus.Deleted);
    }
}
