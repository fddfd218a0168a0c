using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Audit;

/// <summary>What products, promotion tools and reference data call their status.</summary>
static class CatalogueStatuses
{
    internal static (string, Moment?) Of(CatalogueProduct state, Moment? at) => (state switch
    {
        CatalogueProduct.NotObserved => nameof(CatalogueProduct.NotObserved),
        CatalogueProduct.Observed { Seen: { Status: ProductStatus.OnSale, Stock: 0 } } => "OutOfStock",
        CatalogueProduct.Observed it => it.Seen.Status.ToString(),
        _ => throw new UnreachableException(),
    }, null);

    internal static MerchantId? ShopOf(CatalogueProduct state) => (state as CatalogueProduct.Observed)?.Merchant;

    internal static (string, Moment?) Of(ShopPromotionTool state, Moment? at) => (state switch
    {
        ShopPromotionTool.NotObserved => nameof(ShopPromotionTool.NotObserved),
        ShopPromotionTool.Observed it => it.Tool.Status.ToString(),
        _ => throw new UnreachableException(),
    }, null);

    internal static MerchantId? ShopOf(ShopPromotionTool state) => (state as ShopPromotionTool.Observed)?.Merchant;

    internal static (string, Moment?) Of(ShopCatalogue state, Moment? at) => (state switch
    {
        ShopCatalogue.NotImported => nameof(ShopCatalogue.NotImported),
        ShopCatalogue.Imported => nameof(ShopCatalogue.Imported),
        _ => throw new UnreachableException(),
    }, null);

    internal static MerchantId? ShopOf(ShopCatalogue state) => (state as ShopCatalogue.Imported)?.Last.Merchant;

    internal static (string, Moment?) Of(MarketReferenceData state, Moment? at) => (state switch
    {
        MarketReferenceData.NotLoaded => nameof(MarketReferenceData.NotLoaded),
        MarketReferenceData.Loaded => nameof(MarketReferenceData.Loaded),
        _ => throw new UnreachableException(),
    }, null);
}
