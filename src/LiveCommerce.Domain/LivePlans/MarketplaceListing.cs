using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A product of the marketplace was shown by a shop's catalogue, and no other's had listed it (PLAN-04).</summary>
/// <param name="Merchant">Whose catalogue.</param>
/// <param name="ProductId">The marketplace's id.</param>
public sealed record ProductListed(MerchantId Merchant, string ProductId) : IEvent;

/// <summary>Whether any shop's catalogue has shown a product of the marketplace: a stream beside those of the shops, which no shop sees, so that a shop's plan features no product of another (PLAN-04).</summary>
public abstract record MarketplaceListing
{
    static readonly Guid Marketplace = new("38888fe6-3823-5440-8dd9-93a7761046e4");

    MarketplaceListing() { }

    /// <summary>No catalogue has shown it.</summary>
    public sealed record NotListed : MarketplaceListing;

    /// <summary>A catalogue has; what others show since is in their own.</summary>
    /// <param name="Merchant">Whose catalogue listed it.</param>
    public sealed record Listed(MerchantId Merchant) : MarketplaceListing;

    /// <summary>Listings as streams.</summary>
    public static StreamKind<MarketplaceListing> Kind { get; } = new("marketplace_listing", new NotListed(), Evolve);

    /// <summary>The stream of one product, by the marketplace's id alone.</summary>
    public static StreamRef<MarketplaceListing> At(string productId) => Kind.At(DerivedId.Of(Marketplace, $"listing/{productId}"));

    /// <summary>The listing after one more fact.</summary>
    public static MarketplaceListing Evolve(MarketplaceListing state, IEvent fact) => (state, fact) switch
    {
        (NotListed, ProductListed it) => new Listed(it.Merchant),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    /// <summary>Those products that another shop's catalogue has shown and this shop's has not. What is no id, and more than a plan features, is refused for that and not looked for.</summary>
    internal static ValueList<string> OfOthers(MerchantId shop, ValueList<string> products, ReadRound round) =>
        products.Count > LivePlan.MostProducts ? [] : products.Where(product => PlanRules.IsId(product) && IsOfOthers(shop, product, round)).ToValueList();

    // a shop's own catalogue has the last word, whoever listed the product first, or before there were listings
    static bool IsOfOthers(MerchantId shop, string product, ReadRound round) =>
        round.Of(At(product)) is Listed { Merchant: var first } && first != shop
        && round.Of(CatalogueProduct.At(CatalogueProduct.IdOf(shop, product))) is CatalogueProduct.NotObserved;
}
