using LiveCommerce.Kernel;

namespace LiveCommerce.Performance;

/// <summary>Why a recap is not shown.</summary>
public static class RecapRefusals
{
    /// <summary>A comparison was asked for with a period of one's choice.</summary>
    public static RefusalKind ComparisonOnlyLast7Days { get; } =
        new("recap.comparison.only-last-7-days", "RECAP-02", "Only the last 7 days are compared with the time before.", "Ask for the last 7 days, or without a comparison.");

    /// <summary>The period ends before it begins.</summary>
    public static RefusalKind PeriodReversed { get; } = new("recap.period.reversed", "RECAP-01", "The last day is before the first.", "Send the earlier day first.");

    /// <summary>The period is longer than a recap looks back.</summary>
    public static RefusalKind PeriodTooLong { get; } = new("recap.period.too-long", "RECAP-01", "A period has at most 366 days.", "Ask for shorter periods.");
}
