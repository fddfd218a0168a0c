using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A plan's row for the lists of it (PLAN-18): the facts of one plan, and the version it shows.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Version">The version of the plan's stream.</param>
/// <param name="Merchant">Whose shop goes LIVE.</param>
/// <param name="Status">As recorded; <see cref="StatusAt"/> is what to show.</param>
/// <param name="Outcome">How it ended, once it is completed.</param>
/// <param name="IsPublished">Whether buyers can subscribe to its LIVE Event.</param>
/// <param name="Schedule">When: it never changes (C1).</param>
/// <param name="Title">The title, as history refers to it; its value lies beside.</param>
/// <param name="ProductCount">So many products are featured.</param>
/// <param name="ToolCount">So many promotion tools are attached.</param>
/// <param name="Session">Its session, once that has started.</param>
/// <param name="SessionStartedAt">When that started.</param>
/// <param name="RescheduledFrom">The deleted plan whose place it takes (BEY-12).</param>
/// <param name="RescheduledTo">The plan that takes its place (BEY-12).</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="OverAt">When its session ended, its time passed without one, or it was deleted.</param>
public sealed record LivePlanRecord(
    LivePlanId Id,
    long Version,
    MerchantId Merchant,
    LivePlanStatus Status,
    PlanOutcome? Outcome,
    bool IsPublished,
    LiveSchedule Schedule,
    PersonalText Title,
    int ProductCount,
    int ToolCount,
    LiveSessionId? Session,
    Moment? SessionStartedAt,
    LivePlanId? RescheduledFrom,
    LivePlanId? RescheduledTo,
    Moment CreatedAt,
    Moment? OverAt)
{
    /// <summary>The read model's name and fold. Plans could be recorded before there were rows of them, so it begins at 2.</summary>
    public static InlineView<LivePlanRecord> View { get; } = new("plans", Fold, 2);

    /// <summary>Whether its session runs.</summary>
    public bool IsLive => Status == LivePlanStatus.Active && Session is not null;

    /// <summary>The status to show at a moment: what has passed without a session is completed, recorded or not (C49).</summary>
    public LivePlanStatus StatusAt(Moment now) => IsMissedBy(now) ? LivePlanStatus.Completed : Status;

    /// <summary>The outcome to show at a moment (C49).</summary>
    public PlanOutcome? OutcomeAt(Moment now) => IsMissedBy(now) ? PlanOutcome.Missed : Outcome;

    /// <summary>Since when it is over, at a moment: a plan that is missed, since its scheduled end (C49).</summary>
    public Moment? OverAtBy(Moment now) => IsMissedBy(now) ? Schedule.End : OverAt;

    /// <summary>The row after one more fact.</summary>
    public static LivePlanRecord? Fold(LivePlanRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, LivePlanCreated it) => new(
            it.Plan, fact.Version, it.Merchant, LivePlanStatus.Active, null, false, it.Schedule, it.Title, it.Products.Count, it.PromotionTools.Count,
            null, null, it.RescheduledFrom, null, fact.EffectiveAt, null),
        ({ } plan, { } body) => Change(plan, body, fact.EffectiveAt) with { Version = fact.Version },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} cannot begin a plan."),
    };

    static LivePlanRecord Change(LivePlanRecord row, IEvent body, Moment at) => body switch
    {
        LivePlanPublished => row with { IsPublished = true },
        FeaturedProductsChanged it => row with { ProductCount = it.Products.Count },
        PromotionToolsRefreshed it => row with { ToolCount = it.PromotionTools.Count },
        TechnicalCheckRecorded or SalesEstimated or RunSheetWritten or ReferenceCardWritten => row,
        LivePlanWentLive it => row with { Session = it.Session, SessionStartedAt = it.StartedAt },
        LivePlanCompleted it => row with { Status = LivePlanStatus.Completed, Outcome = it.Outcome, OverAt = it.EndedAt },
        LivePlanDeleted it => row with { Status = LivePlanStatus.Deleted, RescheduledTo = it.RescheduledTo, OverAt = at },
        _ => throw new UnreachableException($"{body.GetType().Name} is no fact of a plan."),
    };

    bool IsMissedBy(Moment now) => Status == LivePlanStatus.Active && Session is null && now >= Schedule.End;
}
