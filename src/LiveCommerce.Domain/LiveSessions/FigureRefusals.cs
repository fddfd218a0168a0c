using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>Why figures are not taken.</summary>
public static class FigureRefusals
{
    /// <summary>Too few or too many minutes at once.</summary>
    public static RefusalKind BatchSize { get; } = new("figures.batch-size", "AN-01", "A batch holds 1 to 60 minutes.", "Send the minutes in several batches.");

    /// <summary>A minute stands twice in a batch.</summary>
    public static RefusalKind MinuteTwice { get; } = new("figures.minute.twice", "AN-01", "The minute stands twice in the batch.", "Send each minute once.");

    /// <summary>The minute is none of the session's.</summary>
    public static RefusalKind OutsideSession { get; } =
        new("figures.minute.outside-session", "AN-01", "The session has no such minute: it lies before the start or after the end, or has not begun.", "Count the minutes from the session's start, and send them once they have begun.");

    /// <summary>A figure is below zero.</summary>
    public static RefusalKind Negative { get; } = new("figures.negative", "AN-01", "A figure is negative.", "Send 0 or more; what came back later is counted elsewhere, GMV is gross.");

    /// <summary>Too many products.</summary>
    public static RefusalKind TooManyProducts { get; } = new("figures.products.too-many", "AN-01", "A minute has more than 150 amounts.", "Send at most 150: as many as a LIVE can feature.");

    /// <summary>No product, or too many.</summary>
    public static RefusalKind ProductsOutOfRange { get; } = new("figures.products.out-of-range", "AN-01", "The totals are of 1 to 150 products.", "Send all products of the session at once, at most 150.");

    /// <summary>Not an id of a product.</summary>
    public static RefusalKind ProductId { get; } =
        new("figures.product.id", "AN-01", "A product's id has 1 to 40 letters, digits, hyphens and underscores.", "Send the marketplace's id, or none where the amount belongs to no product.");

    /// <summary>A product stands twice.</summary>
    public static RefusalKind ProductTwice { get; } = new("figures.product.twice", "AN-01", "The product stands twice in the minute with the same currency.", "Send one amount for each product and currency.");

    /// <summary>Not a currency.</summary>
    public static RefusalKind Currency { get; } = new("figures.currency", "AN-01", "The currency is no code of ISO 4217.", "Send a code such as MYR.");

    /// <summary>Not an amount.</summary>
    public static RefusalKind Amount { get; } =
        new("figures.amount", "AN-01", "The amount is no decimal number of 0 or more with as many decimals as the currency has.", "Send digits with a point, such as 12.90, without sign or grouping.");
}
