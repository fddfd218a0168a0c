using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A LIVE was planned; but for products, tools and preparations this is fixed (PLAN-10, PLAN-11).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Merchant">Whose shop goes LIVE.</param>
/// <param name="Title">The title of the LIVE session.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Schedule">When.</param>
/// <param name="Products">The marketplace's ids of the featured products, 1 to 150 (PLAN-03).</param>
/// <param name="PromotionTools">The ids of the seller's promotion tools.</param>
/// <param name="RescheduledFrom">The deleted plan whose place it takes (BEY-12).</param>
public sealed record LivePlanCreated(
    LivePlanId Plan,
    MerchantId Merchant,
    PersonalText Title,
    PersonalText Description,
    LiveSchedule Schedule,
    ValueList<string> Products,
    ValueList<string> PromotionTools,
    LivePlanId? RescheduledFrom) : IEvent;

/// <summary>The LIVE Event of the plan is scheduled: buyers can subscribe from now on (PLAN-13, C3).</summary>
public sealed record LivePlanPublished : IEvent;

/// <summary>Other products are featured, all of them named anew (PLAN-11).</summary>
public sealed record FeaturedProductsChanged(ValueList<string> Products) : IEvent;

/// <summary>Other promotion tools belong to the plan, all of them named anew (PLAN-06, PLAN-11).</summary>
public sealed record PromotionToolsRefreshed(ValueList<string> PromotionTools) : IEvent;

/// <summary>The plan's session started, late or not (PLAN-16).</summary>
/// <param name="Session">The session.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record LivePlanWentLive(LiveSessionId Session, Moment StartedAt) : IEvent;

/// <summary>The plan is over (C49).</summary>
/// <param name="Outcome">Held or missed.</param>
/// <param name="EndedAt">When the session ended, or the scheduled end that passed without one.</param>
public sealed record LivePlanCompleted(PlanOutcome Outcome, Moment EndedAt) : IEvent;

/// <summary>The plan was deleted while it was active (C48).</summary>
/// <param name="AffectedSubscribers">So many buyers had subscribed, as it was shown before.</param>
/// <param name="RescheduledTo">The plan that takes its place (BEY-12).</param>
public sealed record LivePlanDeleted(int AffectedSubscribers, LivePlanId? RescheduledTo) : IEvent;
