using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A product's row for lists, for readiness and for whoever shows it: as its catalogue showed it last (PLAN-04).</summary>
/// <param name="Id">The product of this shop.</param>
/// <param name="Version">The version of the product's stream that the row shows.</param>
/// <param name="Merchant">Whose catalogue.</param>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Seen">What the catalogue had.</param>
/// <param name="SeenAt">As of when.</param>
public sealed record ProductRecord(CatalogueProductId Id, long Version, MerchantId Merchant, string ProductId, ProductSeen Seen, Moment SeenAt)
{
    /// <summary>The read model's name and fold; embedders may have observed products before there were rows.</summary>
    public static InlineView<ProductRecord> View { get; } = new("products", Fold, foldVersion: 2);

    /// <summary>What readiness is judged by.</summary>
    public CatalogueProduct.Observed State => new(Merchant, ProductId, Seen, SeenAt);

    /// <summary>The row after one more fact.</summary>
    public static ProductRecord Fold(ProductRecord? row, Fact fact) => fact.Body switch
    {
        ProductObserved it => new(new(fact.Stream), fact.Version, it.Merchant, it.ProductId, it.Seen, it.SeenAt),
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no fact of a product."),
    };
}
