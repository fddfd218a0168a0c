using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Every refusal about what was seen of products and promotion tools.</summary>
public static class ObservationRefusals
{
    /// <summary>Seen after now.</summary>
    public static RefusalKind FromTheFuture { get; } = new("observation.from-the-future", "PLAN-04", "What is seen is not of the future.", "Name the instant of the look.");

    /// <summary>Older than what is known.</summary>
    public static RefusalKind Stale { get; } = new("observation.stale", "PLAN-04", "A later look is known.", "Look again, and send what is seen then.");

    /// <summary>Fewer than none.</summary>
    public static RefusalKind StockInvalid { get; } = new("observation.stock", "PLAN-04", "Stock is 0 or more.", "Give the units in stock.");

    /// <summary>No money.</summary>
    public static RefusalKind PriceInvalid { get; } = new("observation.price", "PLAN-04", "The price is no amount of money.", "Give a decimal amount as text and an ISO 4217 currency, with no more decimals than it has.");

    /// <summary>No ids, or too many.</summary>
    public static RefusalKind BoundProductsInvalid { get; } = new("observation.products", "PLAN-05", "The bound products are no ids, or too many.", "Name at most 1,000 products by 1 to 40 letters, digits, hyphens or underscores.");
}
