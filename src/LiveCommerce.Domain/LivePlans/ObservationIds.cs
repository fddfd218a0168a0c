using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A product of a shop's catalogue; derived from the shop and the marketplace's id, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<CatalogueProductId>))]
public readonly record struct CatalogueProductId(Guid Value) : ITypedId<CatalogueProductId>
{
    /// <inheritdoc />
    public static string Prefix => "prd";

    /// <inheritdoc />
    public static CatalogueProductId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A promotion tool of a shop; derived from the shop and the marketplace's id, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<PromotionToolId>))]
public readonly record struct PromotionToolId(Guid Value) : ITypedId<PromotionToolId>
{
    /// <inheritdoc />
    public static string Prefix => "ptl";

    /// <inheritdoc />
    public static PromotionToolId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
