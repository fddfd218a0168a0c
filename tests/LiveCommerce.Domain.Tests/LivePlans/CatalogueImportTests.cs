using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class CatalogueImportTests
{
    static readonly CatalogueImported taken = new(Shop, CatalogueList.Products, Import.ContentHash, 2, 1, 0);

    [Fact, Rule("PLAN-04")]
    public void That_a_file_was_taken_is_a_fact_of_the_shop_s_catalogue()
    {
        Scenario.InMarket().When(Import, Seller).Then(Fact(taken)).WithDetails(("rows", "2"), ("new", "1"), ("unchanged", "1"), ("outdated", "0"));
        Scenario.InMarket(Fact(taken)).When(Import, Seller).ThenAlreadySo();
        Scenario.InMarket(Fact(taken)).When(Import with { Recorded = 0, Outdated = [3] }, Admin).Then(Fact(taken with { Recorded = 0, Outdated = 1 }))
            .Warned("catalogue-file.outdated").WithDetails(("lines", "3"), ("unchanged", "1"));
        ShopCatalogue.Kind.Fold([taken, taken]).ShouldBe(new ShopCatalogue.Imported(taken, 2));
    }

    [Fact, Rule("PLAN-04"), Rule("ROLE-01")]
    public void Nobody_takes_a_file_into_another_shop_s_catalogue()
    {
        Scenario.InMarket().When(Import, OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(Import with { Catalogue = ShopCatalogue.IdOf(OtherShop) }, Seller).ThenNotVisible();
        Scenario.Given().When(Import, Seller).ThenNotVisible();
    }

    [Fact, Rule("PLAN-04"), Rule("PLAN-05")]
    public void A_row_shows_the_last_look_and_never_an_earlier_one()
    {
        var id = CatalogueProduct.IdOf(Shop, "P1");
        Fact[] looks = [Of(1, Saw("P1", 50, Now.Plus(-5))), Of(2, Saw("P1", 0, status: ProductStatus.TakenDown))];
        var row = looks.Aggregate((ProductRecord?)null, ProductRecord.View.Fold).ShouldNotBeNull();
        row.ShouldBe(new(id, 2, Shop, "P1", new(ProductStatus.TakenDown, 0, new("12.90", "MYR")), Now));
        row.State.ShouldBe(CatalogueProduct.Kind.Fold(looks.Select(look => look.Body)));
        var tool = ToolRecord.View.Fold(null, Of(1, SawTool())).ShouldNotBeNull();
        tool.ShouldBe(new(ShopPromotionTool.IdOf(Shop, "T1"), 1, Shop, SeeTool().Seen, Now));
    }

    static Fact Of(long version, NewFact fact) => new(fact.Stream.Id, version, fact.EffectiveAt ?? Now, fact.Body);

    static NewFact Fact(IEvent body) => ShopCatalogue.At(Import.Catalogue).Is(body);
}
