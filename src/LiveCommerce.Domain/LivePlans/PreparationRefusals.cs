using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Every refusal about the preparation of a LIVE.</summary>
public static class PreparationRefusals
{
    /// <summary>Figures that measure nothing.</summary>
    public static RefusalKind TechnicalInvalid { get; } =
        new("plan.technical.invalid", "TECH-02", "A speed, a charge or a time is out of its range.", "Give kilobits per second and seconds of 0 or more, and a charge of 0 to 100 percent.");

    /// <summary>The product is not of this plan.</summary>
    public static RefusalKind ProductNotFeatured { get; } = new("plan.product.not-featured", "PRE-01", "The plan does not feature this product.", "Feature the product first.");

    /// <summary>More estimates than products.</summary>
    public static RefusalKind EstimatesTooMany { get; } = new("plan.estimates.too-many", "PRE-07", "There are more estimates than products.", "Estimate each product once.");

    /// <summary>A product is estimated twice.</summary>
    public static RefusalKind EstimateRepeated { get; } = new("plan.estimates.repeated", "PRE-07", "The product is estimated already.", "Estimate each product once.");

    /// <summary>Fewer than none.</summary>
    public static RefusalKind UnitsInvalid { get; } = new("plan.estimates.units", "PRE-07", "Fewer than no units cannot be sold.", "Give 0 or more.");

    /// <summary>More segments than anybody can follow.</summary>
    public static RefusalKind SegmentsTooMany { get; } = new("plan.run-sheet.too-many", "PRE-01", "A run sheet has at most 500 segments.", "Join segments.");

    /// <summary>A segment without time.</summary>
    public static RefusalKind SegmentMinutes { get; } = new("plan.run-sheet.minutes", "PRE-01", "A segment takes 1 to 1,440 minutes.", "Give whole minutes.");

    /// <summary>A product's segment without its product.</summary>
    public static RefusalKind SegmentWithoutProduct { get; } = new("plan.run-sheet.product-required", "PRE-01", "A product's segment names no product.", "Name the product.");

    /// <summary>The segments take longer than the LIVE.</summary>
    public static RefusalKind RunSheetTooLong { get; } = new("plan.run-sheet.too-long", "PRE-01", "The segments take longer than the session.", "Shorten or leave out segments.");

    /// <summary>Too fast or too slow for a product: a warning (PRE-02).</summary>
    public static RefusalKind ProductPace { get; } = new("plan.run-sheet.pace", "PRE-02", "A product typically gets 3 to 5 minutes.", "Give the product 3 to 5 minutes.") { IsWarning = true };

    /// <summary>No bullet, or too many.</summary>
    public static RefusalKind CardPoints { get; } = new("plan.card.points", "PRE-06", "A reference card has 1 to 12 bullets.", "Write bullets, not a script.");
}
