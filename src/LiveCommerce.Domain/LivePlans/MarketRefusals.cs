using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Every refusal about the market's reference data.</summary>
public static class MarketRefusals
{
    /// <summary>More than anybody looks at.</summary>
    public static RefusalKind TooMany { get; } = new("market.too-many", "BEY-13", "There are more entries than reference data takes.", "Load at most 24 rush hours and 500 LIVEs of competitors; leave out those that are over.");

    /// <summary>No stretch of a day.</summary>
    public static RefusalKind RushHoursInvalid { get; } = new("market.rush-hours", "PLAN-08", "Rush hours are no stretch of a day.", "Give a beginning and a later end within one day, such as 17:00 to 19:00; over midnight they are two stretches.");

    /// <summary>No key.</summary>
    public static RefusalKind CompetitorKey { get; } = new("market.competitor-key", "PLAN-09", "The competitor's key is none.", "Give 1 to 40 letters, digits, hyphens or underscores.");

    /// <summary>No time.</summary>
    public static RefusalKind CompetitorRange { get; } = new("market.competitor-range", "PLAN-09", "The competitor's LIVE ends before it starts.", "Give a start and a later end.");
}
