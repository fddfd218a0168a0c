using LiveCommerce.LivePlans;

namespace LiveCommerce.Audit;

/// <summary>Products, promotion tools and the market's reference data in sentences: a line for each kind of fact.</summary>
static class CatalogueSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<ProductObserved>(it => $"saw product {it.ProductId} of shop {it.Merchant}, {CatalogueWords.Of(it.Seen)}")
        .Say<ProductListed>(it => $"listed product {it.ProductId} of the marketplace as shop {it.Merchant}'s, for no other had listed it")
        .Say<PromotionToolObserved>(it => $"saw promotion tool {it.Tool.Id} of shop {it.Merchant}, {CatalogueWords.Of(it.Tool)}")
        .Say<CatalogueImported>(it => $"took a file of {it.Rows} {CatalogueWords.Of(it.List)} into the catalogue of shop {it.Merchant}: {it.Recorded} showed something new, {it.Outdated} were older than what is known")
        .Say<MarketReferenceLoaded>(it => $"loaded reference data of the market: {CatalogueWords.Of(it.RushHours, it.Competitors)}");
}
