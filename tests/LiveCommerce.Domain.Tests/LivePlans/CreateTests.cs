using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class CreateTests
{
    [Fact, Rule("PLAN-02"), Rule("PLAN-13"), Rule("C3"), Rule("C53")]
    public void One_command_plans_a_LIVE_on_the_shop_s_clock_and_publishes_it() =>
        Scenario.InMarket().When(Create, Seller).Then(Fact(Created), Fact(new LivePlanPublished())).Warned()
            .WithDetails(("starts_at", "2026-01-20T12:00:00Z"), ("ends_at", "2026-01-20T14:00:00Z"), ("local_time_rule", "AsWritten"));

    [Fact, Rule("ROLE-01")]
    public void A_shop_s_plan_is_its_own_and_the_platform_s()
    {
        Scenario.InMarket().When(Create, Admin).Then(Fact(Created), Fact(new LivePlanPublished()));
        Scenario.InMarket().When(Create, OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(Create, Host).ThenNotVisible();
        Scenario.Given().When(Create, Seller).ThenNotVisible();
        Planned().When(Create with { Merchant = OtherShop }, OtherSeller).ThenNotVisible();
        Planned().When(new ChangeFeaturedProducts(Id, ["P9"]), OtherSeller).ThenNotVisible();
        Planned().When(new DeleteLivePlan(Id, 0), Host).ThenNotVisible();
        Planned().When(Create, Seller).ThenRefused("plan.already-created");
    }

    [Theory, Rule("PLAN-03"), Rule("C4")]
    [InlineData(0)]
    [InlineData(151)]
    public void No_product_and_too_many_are_refused(int count) =>
        Scenario.InMarket().When(Create with { Products = Products(count) }, Seller).ThenRefused("plan.products.out-of-range").WithDetails(("most", "150"));

    [Theory, Rule("PLAN-03")]
    [InlineData(1)]
    [InlineData(150)]
    public void One_to_a_hundred_and_fifty_products_are_taken(int count) =>
        Scenario.InMarket().When(Create with { Products = Products(count) }, Seller).Then(Fact(Created with { Products = Products(count) }), Fact(new LivePlanPublished()));

    [Fact, Rule("PLAN-03"), Rule("PLAN-05")]
    public void Ids_are_ids_and_named_once() =>
        Scenario.InMarket().When(Create with { Products = ["P1", "P1", "no id"], PromotionTools = ["T1", "", "T1"] }, Seller)
            .ThenRefused("plan.products.repeated", "plan.products.id", "plan.tools.id", "plan.tools.repeated").OnFields("products[1]", "products[2]", "promotionTools[1]", "promotionTools[2]");

    [Fact, Rule("PLAN-02")]
    public void Every_broken_rule_is_said_at_once()
    {
        Scenario.InMarket().When(Create with { Schedule = new("2026-02-30", "24:10", 0), Products = [] }, Seller)
            .ThenRefused("plan.schedule.date", "plan.schedule.time", "plan.schedule.duration", "plan.products.out-of-range").OnFields("schedule.date", "schedule.time", "schedule.minutes", "products");
        Scenario.InMarket().When(Create with { Schedule = Evening with { Minutes = 1441 } }, Seller).ThenRefused("plan.schedule.duration");
        Scenario.InMarket().When(Create, Seller, Start).ThenRefused("plan.schedule.in-past");
        Scenario.InMarket().When(Create, Seller, Start.Plus(-1)).Then(Fact(Created), Fact(new LivePlanPublished()));
    }

    [Theory, Rule("C53")]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z", LocalTimeRule.SkippedMovedForward)]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z", LocalTimeRule.RepeatedFirstTaken)]
    public void A_time_that_a_clock_change_skips_or_repeats_is_settled_and_shown(string date, string time, string start, LocalTimeRule rule)
    {
        var berlin = ZoneId.TryParse("Europe/Berlin") ?? throw new InvalidOperationException();
        var schedule = new LiveSchedule(date, time, 120, berlin, rule, On(start));
        Scenario.Given(Merchant.At(Shop).Is(new MerchantOnboarded(Shop, Text("shop"), berlin))).When(Create with { Schedule = new(date, time, 120) }, Seller)
            .Then(Fact(Created with { Schedule = schedule }), Fact(new LivePlanPublished()))
            .Warned("plan.schedule.clock-change").WithDetails(("starts_at", start), ("local_time_rule", rule.ToString()));
    }
}
