using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Season;

/// <summary>What the shops of the season sell and promote, how that changes while plans feature it, and what is known of the market.</summary>
static class SeasonCatalogue
{
    const int Shelf = 12, Tools = 3, SmallShelf = 5;

    public static IEnumerable<SeasonStep> Of(SeasonDay day, SeasonScale scale, SeasonCrowd crowd) =>
        Market(day)
            .Concat(SeasonParties.Merchants.SelectMany(merchant => Stock(merchant, day, Shelf)))
            .Concat(SeasonParties.Merchants.SelectMany(merchant => Promote(merchant, day)))
            .Concat(Changes(day))
            .Concat(crowd.Merchants.Where(merchant => new SeasonDice($"{scale.Seed}/catalogue/{merchant.Shop}").Roll(3) == 0).SelectMany(merchant => Stock(merchant, day, SmallShelf)));

    /// <summary>Loaded before the season, and once more when the hours were measured again.</summary>
    static IEnumerable<SeasonStep> Market(SeasonDay day)
    {
        yield return Load("reference data", day.At(-45, 7), [new(7 * 60, 9 * 60), new(17 * 60, 19 * 60)], [Rival("city-fashion", day, 4), Rival("dapur-plus", day, 3)]);
        yield return Load("reference data, measured again", day.At(-7, 7), [new(7 * 60, 9 * 60), new((17 * 60) + 30, 20 * 60)], [Rival("city-fashion", day, 11), Rival("dapur-plus", day, 3), Rival("toyland-live", day, 15)]);
    }

    static SeasonStep[] Stock(SeasonMerchant merchant, SeasonDay day, int products)
    {
        var dice = new SeasonDice($"catalogue/{merchant.Shop}");
        return SeasonPlan.ProductsOf(merchant, products).Select((product, index) => See(merchant, day, (-41, 6), product, 20 + dice.Roll(300), PriceOf(merchant, index))).ToArray();
    }

    static IEnumerable<SeasonStep> Promote(SeasonMerchant merchant, SeasonDay day)
    {
        var (tools, products) = (SeasonPlan.ToolsOf(merchant, Tools), SeasonPlan.ProductsOf(merchant, Shelf));
        yield return See(merchant, day, (-41, 7), new(tools[0], PromotionToolKind.FlashSale, PromotionToolStatus.Active, products.Take(4).ToValueList()));
        yield return See(merchant, day, (-41, 8), new(tools[1], PromotionToolKind.Voucher, PromotionToolStatus.Upcoming, products));
        yield return See(merchant, day, (-41, 9), new(tools[2], PromotionToolKind.Bundle, PromotionToolStatus.Active, products.Skip(4).Take(3).ToValueList()));
        yield return See(merchant, day, (-6, 1), new(tools[1], PromotionToolKind.Voucher, PromotionToolStatus.Active, products));
        yield return See(merchant, day, (-2, 1), new(tools[2], PromotionToolKind.Bundle, PromotionToolStatus.Ended, products.Skip(4).Take(3).ToValueList()));
    }

    /// <summary>What the drift logs of the plans to come tell: sold out and back, dearer, taken down.</summary>
    static IEnumerable<SeasonStep> Changes(SeasonDay day)
    {
        var (batik, kopi) = (SeasonParties.BatikLaras, SeasonParties.KopiSenja);
        var (scarves, beans) = (SeasonPlan.ProductsOf(batik, Shelf), SeasonPlan.ProductsOf(kopi, Shelf));
        yield return See(batik, day, (-4, 2), scarves[0], 0, PriceOf(batik, 0));
        yield return See(batik, day, (-3, 2), scarves[0], 80, PriceOf(batik, 0));
        yield return See(batik, day, (-3, 3), scarves[1], 60, PriceOf(batik, 5));
        yield return See(batik, day, (-2, 2), scarves[2], 15, PriceOf(batik, 2), ProductStatus.TakenDown);
        yield return See(kopi, day, (-2, 3), beans[0], 0, PriceOf(kopi, 0));
        yield return See(kopi, day, (-1, 3), beans[3], 9, PriceOf(kopi, 1));
    }

    static SeasonStep See(SeasonMerchant merchant, SeasonDay day, (int Day, int Hour) at, string product, int stock, Money price, ProductStatus status = ProductStatus.OnSale) => new(
        $"{merchant.Shop} shows {product} on day {Numeral.Of(at.Day)}", day.At(at.Day, at.Hour), merchant.Actor, new ObserveProduct(CatalogueProduct.IdOf(merchant.Id, product), merchant.Id, product, new(status, stock, price), day.At(at.Day, at.Hour)));

    static SeasonStep See(SeasonMerchant merchant, SeasonDay day, (int Day, int Hour) at, PromotionTool tool) => new(
        $"{merchant.Shop} promotes with {tool.Id} on day {Numeral.Of(at.Day)}", day.At(at.Day, at.Hour), merchant.Actor, new ObservePromotionTool(ShopPromotionTool.IdOf(merchant.Id, tool.Id), merchant.Id, tool, day.At(at.Day, at.Hour)));

    static SeasonStep Load(string name, Moment at, ValueList<RushHours> rushHours, ValueList<CompetitorLive> competitors) =>
        new(name, at, SeasonParties.Admin, new LoadMarketReference(MarketReferenceData.Id, rushHours, competitors));

    static CompetitorLive Rival(string key, SeasonDay day, int when) => new(key, day.Live(when, 12, 120));

    // dearer from one to the next, in the money of the place
    static Money PriceOf(SeasonMerchant merchant, int index)
    {
        var place = SeasonPlaces.All.First(place => place.Zone == merchant.Zone);
        return new Money((place.Price * (2 + index) / 2).ToString(CultureInfo.InvariantCulture), place.Currency).InFull;
    }
}
