using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>A product as it was seen last (PLAN-04).</summary>
sealed record ProductLineView(CatalogueProductId Id, long Version, string ProductId, ProductStatus Status, int Stock, Money Price, Moment SeenAt)
{
    internal static ProductLineView Of(ProductRecord row) => new(row.Id, row.Version, row.ProductId, row.Seen.Status, row.Seen.Stock, row.Seen.Price, row.SeenAt);
}

/// <summary>One look at a product that showed something new.</summary>
sealed record ProductLookView(long Version, ProductStatus Status, int Stock, Money Price, Moment SeenAt, Moment RecordedAt);

/// <summary>A product as of a place in its history, with every look that had shown something new by then.</summary>
sealed record ProductView(CatalogueProductId Id, MerchantId Merchant, string ProductId, ProductStatus Status, int Stock, Money Price, Moment SeenAt, IReadOnlyList<ProductLookView> Versions)
{
    internal static ProductView Of(CatalogueProductId id, ValueList<RecordedEvent> facts)
    {
        var looks = facts.Select(fact => (Fact: fact, Look: (ProductObserved)fact.Body)).ToArray();
        var last = looks[^1].Look;
        return new(id, last.Merchant, last.ProductId, last.Seen.Status, last.Seen.Stock, last.Seen.Price, last.SeenAt,
            [.. looks.Select(one => new ProductLookView(one.Fact.Version, one.Look.Seen.Status, one.Look.Seen.Stock, one.Look.Seen.Price, one.Look.SeenAt, one.Fact.RecordedAt))]);
    }
}

/// <summary>A promotion tool as it was seen last (PLAN-05).</summary>
sealed record ToolLineView(PromotionToolId Id, long Version, string ToolId, PromotionToolKind Kind, PromotionToolStatus Status, IReadOnlyList<string> Products, Moment SeenAt)
{
    internal static ToolLineView Of(ToolRecord row) => new(row.Id, row.Version, row.Tool.Id, row.Tool.Kind, row.Tool.Status, row.Tool.Products, row.SeenAt);
}

/// <summary>One look at a promotion tool that showed something new.</summary>
sealed record ToolLookView(long Version, PromotionToolKind Kind, PromotionToolStatus Status, IReadOnlyList<string> Products, Moment SeenAt, Moment RecordedAt);

/// <summary>A promotion tool as of a place in its history, with every look that had shown something new by then.</summary>
sealed record ToolView(PromotionToolId Id, MerchantId Merchant, string ToolId, PromotionToolKind Kind, PromotionToolStatus Status, IReadOnlyList<string> Products, Moment SeenAt, IReadOnlyList<ToolLookView> Versions)
{
    internal static ToolView Of(PromotionToolId id, ValueList<RecordedEvent> facts)
    {
        var looks = facts.Select(fact => (Fact: fact, Look: (PromotionToolObserved)fact.Body)).ToArray();
        var last = looks[^1].Look;
        return new(id, last.Merchant, last.Tool.Id, last.Tool.Kind, last.Tool.Status, last.Tool.Products, last.SeenAt,
            [.. looks.Select(one => new ToolLookView(one.Fact.Version, one.Look.Tool.Kind, one.Look.Tool.Status, one.Look.Tool.Products, one.Look.SeenAt, one.Fact.RecordedAt))]);
    }
}
