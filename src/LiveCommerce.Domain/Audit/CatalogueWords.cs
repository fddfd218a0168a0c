using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Audit;

/// <summary>Products, promotion tools and reference data in plain words.</summary>
static class CatalogueWords
{
    internal static string Of(ProductSeen seen) => $"{(seen.Status == ProductStatus.OnSale ? "on sale" : "taken down")}, {seen.Stock} in stock at {seen.Price}";

    internal static string Of(PromotionTool tool) => $"{Of(tool.Status)}, bound with {tool.Products.Count} products";

    internal static string Of(CatalogueList list) => list switch
    {
        CatalogueList.Products => "products",
        CatalogueList.PromotionTools => "promotion tools",
        _ => throw new UnreachableException(),
    };

    internal static string Of(ValueList<RushHours> rushHours, ValueList<CompetitorLive> competitors) =>
        $"{(rushHours.Count == 0 ? "no rush hours" : $"rush hours {string.Join(", ", rushHours)}")} and {competitors.Count} LIVEs of competitors";

    internal static string Of(object state) => state switch
    {
        CatalogueProduct.NotObserved or ShopPromotionTool.NotObserved => "not seen yet",
        CatalogueProduct.Observed it => Of(it.Seen),
        ShopPromotionTool.Observed it => Of(it.Tool),
        ShopCatalogue.NotImported => "filled from no file",
        ShopCatalogue.Imported it => $"filled from {it.Imports} files",
        MarketReferenceData.NotLoaded => "not loaded",
        MarketReferenceData.Loaded it => $"loaded with {Of(it.RushHours, it.Competitors)}",
        _ => throw new UnreachableException(),
    };

    internal static string Otherwise(object state) => state switch
    {
        CatalogueProduct or ShopPromotionTool => "What can change it: a later look at the shop that shows something else.",
        ShopCatalogue => "What can change it: another file; what a file showed is in the histories of the products and tools themselves.",
        MarketReferenceData => "What can change it: another load, which takes the place of this one.",
        _ => throw new UnreachableException(),
    };

    static string Of(PromotionToolStatus status) => status switch
    {
        PromotionToolStatus.Upcoming => "upcoming",
        PromotionToolStatus.Active => "active",
        PromotionToolStatus.Ended => "ended",
        _ => throw new UnreachableException(),
    };
}
