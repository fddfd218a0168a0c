using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Every refusal about LIVE plans.</summary>
public static class LivePlanRefusals
{
    /// <summary>The id is taken.</summary>
    public static RefusalKind AlreadyCreated { get; } = new("plan.already-created", "PLAN-02", "A plan with this id was created before.", "Use another id.");

    /// <summary>No date.</summary>
    public static RefusalKind DateInvalid { get; } = new("plan.schedule.date", "PLAN-02", "The date is none of the calendar.", "Give an ISO 8601 date, such as 2026-11-28.");

    /// <summary>No time of day.</summary>
    public static RefusalKind TimeInvalid { get; } = new("plan.schedule.time", "PLAN-02", "The time is none of the day.", "Give hours and minutes, such as 20:00.");

    /// <summary>No time at all, or more than a day.</summary>
    public static RefusalKind DurationInvalid { get; } = new("plan.schedule.duration", "PLAN-02", "A LIVE is planned for 1 to 1,440 minutes.", "Give a duration between a minute and a day.");

    /// <summary>The start has passed.</summary>
    public static RefusalKind InPast { get; } = new("plan.schedule.in-past", "PLAN-02", "The planned start has passed.", "Plan a start in the future.");

    /// <summary>No product, or too many.</summary>
    public static RefusalKind ProductsOutOfRange { get; } = new("plan.products.out-of-range", "PLAN-03", "A LIVE features 1 to 150 products.", "Feature at least one product, and no more than 150.");

    /// <summary>A product is named twice.</summary>
    public static RefusalKind ProductRepeated { get; } = new("plan.products.repeated", "PLAN-03", "The product is named already.", "Name each product once.");

    /// <summary>No id of the marketplace.</summary>
    public static RefusalKind ProductIdInvalid { get; } = new("plan.products.id", "PLAN-03", "The product's id is none.", "Give 1 to 40 letters, digits, hyphens or underscores.");

    /// <summary>Another shop's catalogue shows the product, and the plan's own does not.</summary>
    public static RefusalKind ProductOfAnotherMerchant { get; } =
        new("plan.products.of-another-merchant", "PLAN-04", "The product is another shop's.", "Feature a product of the shop's own, or add this one to the shop's own catalogue first.");

    /// <summary>More tools than a plan takes.</summary>
    public static RefusalKind ToolsTooMany { get; } = new("plan.tools.too-many", "PLAN-05", "A plan takes at most 150 promotion tools.", "Attach fewer tools.");

    /// <summary>A tool is named twice.</summary>
    public static RefusalKind ToolRepeated { get; } = new("plan.tools.repeated", "PLAN-05", "The promotion tool is named already.", "Name each tool once.");

    /// <summary>No id of a tool.</summary>
    public static RefusalKind ToolIdInvalid { get; } = new("plan.tools.id", "PLAN-05", "The promotion tool's id is none.", "Give 1 to 40 letters, digits, hyphens or underscores.");

    /// <summary>Date, time and duration stand.</summary>
    public static RefusalKind ScheduleImmutable { get; } =
        new("plan.schedule.immutable", "PLAN-10", "Date, time and duration of a created plan never change: buyers may have subscribed.", "Reschedule the plan in one step, or delete it and create a new one.");

    /// <summary>Title and description stand (C2).</summary>
    public static RefusalKind TextImmutable { get; } =
        new("plan.details.immutable", "PLAN-11", "Only products and promotion tools of a created plan can change.", "Delete the plan and create a new one.");

    /// <summary>The rescheduled plan would start when it starts now.</summary>
    public static RefusalKind ScheduleUnchanged { get; } = new("plan.schedule.unchanged", "PLAN-12", "The plan has this schedule already.", "Name another date, time or duration.");

    /// <summary>Completed or deleted.</summary>
    public static RefusalKind NotActive { get; } = new("plan.not-active", "C48", "The plan is completed or deleted.", "Create a new plan.");

    /// <summary>Its session runs.</summary>
    public static RefusalKind LiveNow { get; } = new("plan.live-now", "C48", "The plan's session is LIVE.", "End the session first.");

    /// <summary>Another session of the plan runs.</summary>
    public static RefusalKind OtherSession { get; } = new("plan.other-session", "C49", "The plan has another session.", "Start this session without a plan.");

    /// <summary>Neither has the session ended nor has the time passed.</summary>
    public static RefusalKind NotOver { get; } = new("plan.not-over", "C49", "The plan's time has not passed, and no session of it has ended.", "Wait for the scheduled end, or for the end of the session.");

    /// <summary>A number that counts nothing.</summary>
    public static RefusalKind SubscribersInvalid { get; } = new("plan.subscribers.invalid", "C48", "Fewer than no subscribers cannot be affected.", "Give the number that was shown.");

    /// <summary>Buyers had subscribed: a warning (C48).</summary>
    public static RefusalKind SubscribersAffected { get; } =
        new("plan.subscribers-affected", "C48", "Buyers who subscribed to this LIVE are affected.", "Tell them when the next LIVE is.") { IsWarning = true };

    /// <summary>The local time was not on the clock once: a warning that shows what was made of it (C53).</summary>
    public static RefusalKind LocalTimeSettled { get; } =
        new("plan.schedule.clock-change", "C53", "A clock change skips or repeats this local time: a skipped one is moved forward by what is skipped, of a repeated one the first is taken.",
            "Check the start; reschedule the plan if another is meant.") { IsWarning = true };
}
