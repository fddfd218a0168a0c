using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class ChangeTests
{
    [Fact, Rule("PLAN-11"), Rule("C2")]
    public void Products_and_tools_change_after_the_creation()
    {
        Planned().When(new ChangeFeaturedProducts(Id, ["P3"]), Seller).Then(Fact(new FeaturedProductsChanged(["P3"])));
        Planned(new FeaturedProductsChanged(["P3"])).When(new ChangeFeaturedProducts(Id, ["P3"]), Seller).ThenAlreadySo();
        Planned().When(new ChangePromotionTools(Id, []), Seller).Then(Fact(new PromotionToolsRefreshed([])));
        Planned(new PromotionToolsRefreshed([])).When(new ChangePromotionTools(Id, []), Seller).ThenAlreadySo();
    }

    [Fact, Rule("PLAN-03"), Rule("C4")]
    public void A_change_leaves_one_to_a_hundred_and_fifty_products()
    {
        Planned().When(new ChangeFeaturedProducts(Id, []), Seller).ThenRefused("plan.products.out-of-range");
        Planned().When(new ChangeFeaturedProducts(Id, Products(151)), Seller).ThenRefused("plan.products.out-of-range");
        Planned().When(new ChangePromotionTools(Id, Products(151)), Seller).ThenRefused("plan.tools.too-many");
    }

    [Theory, Rule("PLAN-10"), Rule("PLAN-12"), Rule("C1")]
    [InlineData("2026-01-21", "20:00", 120)]
    [InlineData("2026-01-20", "20:01", 120)]
    [InlineData("2026-01-20", "20:00", 121)]
    public void Date_time_and_duration_stand_and_the_way_out_is_named(string date, string time, int minutes) =>
        Planned().When(new ChangeEventDetails(Id, new(date, time, minutes), null, null), Seller).ThenRefused("plan.schedule.immutable").ForRule("PLAN-10");

    [Fact, Rule("PLAN-11"), Rule("C2")]
    public void Title_and_description_stand_too()
    {
        Planned().When(new ChangeEventDetails(Id, null, Text("Silk night"), Text("Silk")), Seller).ThenRefused("plan.details.immutable", "plan.details.immutable").OnFields("title", "description");
        Planned().When(new ChangeEventDetails(Id, Evening, Title, Description), Seller).ThenAlreadySo();
    }

    [Fact, Rule("C48")]
    public void Deleting_says_how_many_subscribers_it_affects()
    {
        Planned().When(new DeleteLivePlan(Id, 3), Seller).Then(Fact(new LivePlanDeleted(3, null))).Warned("plan.subscribers-affected").WithDetails(("affected_subscribers", "3"));
        Planned().When(new DeleteLivePlan(Id, 0), Seller).Then(Fact(new LivePlanDeleted(0, null))).Warned();
        Planned(new LivePlanDeleted(3, null)).When(new DeleteLivePlan(Id, 3), Seller).ThenAlreadySo();
        Planned().When(new DeleteLivePlan(Id, -1), Seller).ThenRefused("plan.subscribers.invalid");
    }

    [Fact, Rule("C48")]
    public void Only_an_active_plan_is_changed_or_deleted()
    {
        foreach (var over in new[] { new LivePlanCompleted(PlanOutcome.Held, End), new LivePlanCompleted(PlanOutcome.Missed, End) })
        {
            Planned(over).When(new DeleteLivePlan(Id, 0), Seller).ThenRefused("plan.not-active").After();
            Planned(over).When(new ChangeFeaturedProducts(Id, ["P3"]), Seller).ThenRefused("plan.not-active");
            Planned(over).When(new RescheduleLivePlan(Id, Other, Later, 0), Seller).ThenRefused("plan.not-active");
        }
        Planned(new LivePlanDeleted(0, null)).When(new ChangePromotionTools(Id, []), Seller).ThenRefused("plan.not-active");
        Planned(new LivePlanWentLive(Session, Start)).When(new DeleteLivePlan(Id, 0), Seller).ThenRefused("plan.live-now");
    }

    [Fact, Rule("PLAN-12"), Rule("BEY-12")]
    public void Rescheduling_deletes_and_creates_in_one_step_and_links_both()
    {
        var created = Created with { Plan = Other, Schedule = Resolved(Later, On("2026-01-27T12:00:00Z")), Products = ["P7"], PromotionTools = ["T2"], RescheduledFrom = Id };
        Planned(new FeaturedProductsChanged(["P7"]), new PromotionToolsRefreshed(["T2"])).When(new RescheduleLivePlan(Id, Other, Later, 3), Seller)
            .Then(LivePlan.At(Other).Is(created), LivePlan.At(Other).Is(new LivePlanPublished()), Fact(new LivePlanDeleted(3, Other)))
            .Warned("plan.subscribers-affected").WithDetails(("starts_at", "2026-01-27T12:00:00Z"), ("affected_subscribers", "3"));
    }

    [Fact, Rule("BEY-12")]
    public void A_rescheduling_that_cannot_be_records_nothing_on_either_plan()
    {
        Planned().When(new RescheduleLivePlan(Id, Other, Evening, 0), Seller).ThenRefused("plan.schedule.unchanged").After();
        Planned().When(new RescheduleLivePlan(Id, Other, Later with { Date = "2026-01-02" }, 0), Seller).ThenRefused("plan.schedule.in-past").After();
        Planned().When(new RescheduleLivePlan(Id, Id, Later, 0), Seller).ThenRefused("plan.already-created").After();
        Planned(new LivePlanWentLive(Session, Start)).When(new RescheduleLivePlan(Id, Other, Later, 0), Seller).ThenRefused("plan.live-now").After();
        Planned(new LivePlanDeleted(3, Other)).When(new RescheduleLivePlan(Id, Other, Later, 3), Seller).ThenAlreadySo();
        Planned(new LivePlanDeleted(3, Other)).When(new RescheduleLivePlan(Id, new(Uuid(603)), Later, 3), Seller).ThenRefused("plan.not-active");
        var foreign = Created with { Plan = Other, Merchant = OtherShop };
        Scenario.InMarket(Fact(Created), Fact(new LivePlanPublished()), LivePlan.At(Other).Is(foreign)).When(new RescheduleLivePlan(Id, Other, Later, 0), Seller).ThenNotVisible();
    }
}
