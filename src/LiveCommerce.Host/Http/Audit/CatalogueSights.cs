using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>Who sees the histories of products, promotion tools and reference data: the shop whose they are, the platform and the auditor; the market's are for everybody.</summary>
static class CatalogueSights
{
    internal static Found<SeenHistory>? OfProduct(LoadedStates reads, Guid id, Caller caller) =>
        HistorySights.See(reads, CatalogueProduct.Kind.At(id), state => state is CatalogueProduct.Observed known && IsVisible(known.Merchant, caller), HistorySights.Everything);

    internal static Found<SeenHistory>? OfTool(LoadedStates reads, Guid id, Caller caller) =>
        HistorySights.See(reads, ShopPromotionTool.Kind.At(id), state => state is ShopPromotionTool.Observed known && IsVisible(known.Merchant, caller), HistorySights.Everything);

    internal static Found<SeenHistory>? OfCatalogue(LoadedStates reads, Guid id, Caller caller) =>
        HistorySights.See(reads, ShopCatalogue.Kind.At(id), state => state is ShopCatalogue.Imported known && IsVisible(known.Last.Merchant, caller), HistorySights.Everything);

    internal static Found<SeenHistory>? OfMarket(LoadedStates reads, Guid id, Caller caller) =>
        HistorySights.See(reads, MarketReferenceData.Kind.At(id), state => state is MarketReferenceData.Loaded, HistorySights.Everything);

    static bool IsVisible(MerchantId shop, Caller caller) => caller.SeesAll || caller.Actor.Party == Party.Of(shop);
}
