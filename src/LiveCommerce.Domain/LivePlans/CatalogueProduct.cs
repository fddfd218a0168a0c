using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Whether a product can be bought.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProductStatus>))]
public enum ProductStatus
{
    /// <summary>It is on sale.</summary>
    OnSale,

    /// <summary>It was taken down.</summary>
    TakenDown,
}

/// <summary>A product as the catalogue had it.</summary>
/// <param name="Status">Whether it can be bought.</param>
/// <param name="Stock">Units in stock.</param>
/// <param name="Price">The price of one unit.</param>
public sealed record ProductSeen(ProductStatus Status, int Stock, Money Price);

/// <summary>A catalogue had a product so, as of an instant; recorded only when it changed (PLAN-04).</summary>
/// <param name="Merchant">Whose catalogue.</param>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Seen">What it had.</param>
/// <param name="SeenAt">As of when.</param>
public sealed record ProductObserved(MerchantId Merchant, string ProductId, ProductSeen Seen, Moment SeenAt) : IEvent;

/// <summary>A product of a shop, as it was last seen: read through and never copied into a plan (PLAN-04).</summary>
public abstract record CatalogueProduct
{
    CatalogueProduct() { }

    /// <summary>Nothing is known of it.</summary>
    public sealed record NotObserved : CatalogueProduct;

    /// <summary>As it was last seen.</summary>
    public sealed record Observed(MerchantId Merchant, string ProductId, ProductSeen Seen, Moment SeenAt) : CatalogueProduct;

    /// <summary>Products as streams.</summary>
    public static StreamKind<CatalogueProduct> Kind { get; } = new("catalogue_product", new NotObserved(), Evolve, ProductRecord.View);

    /// <summary>The id of a product: another shop's same number is another product.</summary>
    public static CatalogueProductId IdOf(MerchantId merchant, string productId) => new(DerivedId.Of(merchant.Value, $"product/{productId}"));

    /// <summary>The stream of one product.</summary>
    public static StreamRef<CatalogueProduct> At(CatalogueProductId id) => Kind.At(id.Value);

    /// <summary>The product after one more fact.</summary>
    public static CatalogueProduct Evolve(CatalogueProduct state, IEvent fact) => (state, fact) switch
    {
        (NotObserved or Observed, ProductObserved it) => new Observed(it.Merchant, it.ProductId, it.Seen, it.SeenAt),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
