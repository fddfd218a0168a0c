using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>What a shop's lists were filled from; derived from the shop, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<ShopCatalogueId>))]
public readonly record struct ShopCatalogueId(Guid Value) : ITypedId<ShopCatalogueId>
{
    /// <inheritdoc />
    public static string Prefix => "cat";

    /// <inheritdoc />
    public static ShopCatalogueId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>Which list of a shop a file filled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CatalogueList>))]
public enum CatalogueList
{
    /// <summary>Its products.</summary>
    Products,

    /// <summary>Its promotion tools.</summary>
    PromotionTools,
}

/// <summary>A file was taken into a shop's catalogue (PLAN-04, PLAN-05); what it changed are facts of the products and tools themselves.</summary>
/// <param name="Merchant">Whose catalogue.</param>
/// <param name="List">Which list.</param>
/// <param name="ContentHash">SHA-256 of the file's bytes.</param>
/// <param name="Rows">So many rows it had.</param>
/// <param name="Recorded">So many of them showed something new.</param>
/// <param name="Outdated">So many of them were older than what was known, and changed nothing.</param>
public sealed record CatalogueImported(MerchantId Merchant, CatalogueList List, string ContentHash, int Rows, int Recorded, int Outdated) : IEvent;

/// <summary>What a shop's catalogue was filled from.</summary>
public abstract record ShopCatalogue
{
    ShopCatalogue() { }

    /// <summary>No file was taken.</summary>
    public sealed record NotImported : ShopCatalogue;

    /// <summary>Files were taken.</summary>
    /// <param name="Last">The last one.</param>
    /// <param name="Imports">How many.</param>
    public sealed record Imported(CatalogueImported Last, int Imports) : ShopCatalogue;

    /// <summary>Catalogues as streams.</summary>
    public static StreamKind<ShopCatalogue> Kind { get; } = new("shop_catalogue", new NotImported(), Evolve);

    /// <summary>The id of a shop's catalogue.</summary>
    public static ShopCatalogueId IdOf(MerchantId merchant) => new(DerivedId.Of(merchant.Value, "catalogue"));

    /// <summary>The stream of one catalogue.</summary>
    public static StreamRef<ShopCatalogue> At(ShopCatalogueId id) => Kind.At(id.Value);

    /// <summary>The catalogue after one more fact.</summary>
    public static ShopCatalogue Evolve(ShopCatalogue state, IEvent fact) => (state, fact) switch
    {
        (NotImported, CatalogueImported it) => new Imported(it, 1),
        (Imported known, CatalogueImported it) => new Imported(it, known.Imports + 1),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
