using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class ObservationTests
{
    [Fact, Rule("PLAN-04"), Rule("PLAN-05")]
    public void What_is_seen_is_recorded_as_of_its_instant_and_only_when_it_changed()
    {
        Scenario.InMarket().When(See("P1", at: Now.Plus(-5)), Seller).Then(Saw("P1", at: Now.Plus(-5)), Listed("P1", at: Now.Plus(-5)));
        Scenario.InMarket(Saw("P1", at: Now.Plus(-5))).When(See("P1"), Clock).ThenAlreadySo();
        Scenario.InMarket(Saw("P1", at: Now.Plus(-5))).When(See("P1", price: "12.9"), Clock).ThenAlreadySo();
        Scenario.InMarket(Saw("P1", at: Now.Plus(-5)), Listed("P1")).When(See("P1", 0), Clock).Then(Saw("P1", 0));
        Scenario.InMarket().When(SeeTool(), Seller).Then(SawTool());
        Scenario.InMarket(SawTool(at: Now.Plus(-5))).When(SeeTool(), Seller).ThenAlreadySo();
    }

    [Fact, Rule("PLAN-04")]
    public void The_first_shop_that_shows_a_product_is_recorded_once_and_also_of_what_was_seen_before_that_was_recorded()
    {
        Scenario.InMarket(Saw("P1"), Listed("P1")).When(SeenByOther("P1"), OtherSeller).Then(SawByOther("P1"));
        Scenario.InMarket(SawByOther("P1"), Listed("P1", OtherShop)).When(See("P1"), Seller).Then(Saw("P1"));
        Scenario.InMarket(Saw("P1", 7)).When(See("P1"), Seller).Then(Saw("P1"), Listed("P1"));
        Scenario.InMarket(Saw("P1")).When(See("P1"), Seller).ThenAlreadySo();
    }

    [Fact, Rule("PLAN-04")]
    public void A_look_that_cannot_be_is_refused()
    {
        Scenario.InMarket(Saw("P1")).When(See("P1", 0, Now.Plus(-5)), Seller).ThenRefused("observation.stale");
        Scenario.InMarket().When(See("P1", at: Now.Plus(1)), Seller).ThenRefused("observation.from-the-future");
        Scenario.InMarket().When(See("no id", -1, price: "free"), Seller).ThenRefused("plan.products.id", "observation.stock", "observation.price");
    }

    [Fact, Rule("PLAN-04"), Rule("ROLE-01")]
    public void Nobody_fills_another_shop_s_catalogue()
    {
        Scenario.InMarket().When(See("P1"), OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(See("P1") with { Merchant = OtherShop }, OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(SeeTool(), OtherSeller).ThenNotVisible();
        Scenario.Given().When(See("P1"), Seller).ThenNotVisible();
    }

    [Fact, Rule("PLAN-05")]
    public void The_tools_that_are_bound_with_the_plan_s_products_are_seen()
    {
        PromotionTool mine = new("T1", PromotionToolKind.FlashSale, PromotionToolStatus.Active, ["P1"]);
        PlanTools.BoundWith(["P1", "P2"], [mine, mine with { Id = "T2", Products = ["P9"] }, mine with { Id = "T3", Status = PromotionToolStatus.Ended }]).ShouldBe([mine]);
    }

    [Fact, Rule("BEY-23")]
    public void The_drift_log_says_what_changed_while_it_was_featured()
    {
        Fact[] plan = [new(Id.Value, 1, Now, Created), new(Id.Value, 2, Now, new LivePlanPublished()), new(Id.Value, 3, Now.Plus(100), new FeaturedProductsChanged(["P1"]))];
        ProductObserved[] seen =
        [
            Look("P1", 50, -10), Look("P1", 40, -5, "9.90"), Look("P1", 0, 10, "9.90"), Look("P1", 0, 20, "9.90", ProductStatus.TakenDown), Look("P1", 7, 30, "12.90"),
            Look("P2", 50, -10), Look("P2", 0, 110), Look("P9", 50, -10), Look("P9", 0, 10),
        ];
        PlanDrift.Of(plan, seen).Select(drift => (drift.ProductId, drift.Kind, drift.At)).ShouldBe(
        [
            ("P1", DriftKind.OutOfStock, Now.Plus(10)), ("P1", DriftKind.TakenDown, Now.Plus(20)),
            ("P1", DriftKind.BackInStock, Now.Plus(30)), ("P1", DriftKind.OnSaleAgain, Now.Plus(30)), ("P1", DriftKind.PriceChanged, Now.Plus(30)),
        ]);
        PlanDrift.Of(plan, [Look("P1", 50, -10), Saw("P1", 0, End).Body as ProductObserved ?? throw new InvalidOperationException()]).ShouldBeEmpty();
    }

    static ProductObserved Look(string product, int stock, int minutes, string price = "12.90", ProductStatus status = ProductStatus.OnSale) => new(Shop, product, new(status, stock, new(price, "MYR")), Now.Plus(minutes));
}
