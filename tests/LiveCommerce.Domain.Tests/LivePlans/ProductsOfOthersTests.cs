using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

/// <summary>A product of another shop is in no plan of this one.</summary>
public sealed class ProductsOfOthersTests
{
    static readonly NewFact[] ofOther = [SawByOther("P1"), Listed("P1", OtherShop)];

    [Fact, Rule("PLAN-04")]
    public void A_plan_with_another_shop_s_product_is_refused_and_only_its_own_words_are_told()
    {
        var refused = Scenario.InMarket(ofOther).When(Create, Seller).ThenRefused("plan.products.of-another-merchant").After()
            .ForRule("PLAN-04").OnFields("products[0]").WithDetails(("product_id", "P1"));
        refused.Refusals.ShouldHaveSingleItem().ToString().ShouldNotContain($"{OtherShop}");
        Scenario.InMarket(ofOther).When(Create, Admin).ThenRefused("plan.products.of-another-merchant");
        Scenario.InMarket(ofOther).When(Create with { Merchant = OtherShop }, OtherSeller).Then(Fact(Created with { Merchant = OtherShop }), Fact(new LivePlanPublished()));
    }

    [Fact, Rule("PLAN-04")]
    public void What_the_shop_s_own_catalogue_shows_and_what_nobody_s_does_is_featured()
    {
        Scenario.InMarket(Saw("P1"), Listed("P1")).When(Create, Seller).Then(Fact(Created), Fact(new LivePlanPublished()));
        Scenario.InMarket([.. ofOther, Saw("P1")]).When(Create, Seller).Then(Fact(Created), Fact(new LivePlanPublished()));
        Scenario.InMarket(SawByOther("P1")).When(Create, Seller).Then(Fact(Created), Fact(new LivePlanPublished())); // from before there were listings
    }

    [Fact, Rule("PLAN-04")]
    public void It_is_said_beside_every_other_broken_rule()
    {
        Scenario.InMarket(ofOther).When(Create with { Products = ["P2", "no id", "P1", "P1"] }, Seller)
            .ThenRefused("plan.products.id", "plan.products.repeated", "plan.products.of-another-merchant").OnFields("products[1]", "products[3]", "products[2]");
        Scenario.InMarket(ofOther).When(Create with { Products = Products(151) }, Seller).ThenRefused("plan.products.out-of-range");
    }

    [Fact, Rule("PLAN-04"), Rule("PLAN-11")]
    public void A_change_is_judged_by_what_it_adds()
    {
        Planned([.. ofOther, Listed("P3", OtherShop)]).When(new ChangeFeaturedProducts(Id, ["P3", "P1"]), Seller).ThenRefused("plan.products.of-another-merchant").OnFields("products[0]").WithDetails(("product_id", "P3"));
        Planned(ofOther).When(new ChangeFeaturedProducts(Id, ["P1"]), Seller).Then(Fact(new FeaturedProductsChanged(["P1"])));
        Planned(ofOther).When(new ChangeFeaturedProducts(Id, ["P1", "P4"]), Seller).Then(Fact(new FeaturedProductsChanged(["P1", "P4"])));
    }

    [Fact, Rule("BEY-12")]
    public void A_rescheduling_carries_what_was_featured() =>
        Planned(ofOther).When(new RescheduleLivePlan(Id, Other, Later, 0), Seller).Then(
            LivePlan.At(Other).Is(Created with { Plan = Other, Schedule = Resolved(Later, On("2026-01-27T12:00:00Z")), RescheduledFrom = Id }), LivePlan.At(Other).Is(new LivePlanPublished()), Fact(new LivePlanDeleted(0, Other)));

    static Scenario Planned(NewFact[] catalogues) => Scenario.InMarket([Fact(Created), Fact(new LivePlanPublished()), .. catalogues]);
}
