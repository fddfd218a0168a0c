using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>The session of a plan that runs.</summary>
/// <param name="Session">The session.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record PlannedSession(LiveSessionId Session, Moment StartedAt);

/// <summary>A planned LIVE: what was created, and the products and tools of today.</summary>
public sealed record PlannedLive(LivePlanCreated Creation, ValueList<string> Products, ValueList<string> PromotionTools)
{
    /// <summary>How far it is prepared.</summary>
    public PlanPreparation Preparation { get; init; } = PlanPreparation.None;

    /// <summary>Whether somebody may know of it: its merchant and the platform.</summary>
    public bool IsVisibleTo(Actor actor) => actor.IsPlatform || actor.Role == ActorRole.Auditor || actor.Party == Party.Of(Creation.Merchant);
}

/// <summary>A LIVE plan: a fixed schedule that is published as a LIVE Event, with products and tools that can still change.</summary>
public abstract record LivePlan
{
    /// <summary>The most products of a LIVE (PLAN-03).</summary>
    public const int MostProducts = 150;

    LivePlan() { }

    /// <summary>Nobody has planned this LIVE.</summary>
    public sealed record NotCreated : LivePlan;

    /// <summary>A plan that was created, whatever became of it.</summary>
    public abstract record Created(PlannedLive Live) : LivePlan;

    /// <summary>Its LIVE is still to come, or runs.</summary>
    /// <param name="Live">What is planned.</param>
    /// <param name="IsPublished">Whether buyers can subscribe to its LIVE Event.</param>
    /// <param name="Session">Its session, once that has started.</param>
    public sealed record Active(PlannedLive Live, bool IsPublished, PlannedSession? Session) : Created(Live)
    {
        /// <summary>Whether its time has passed without a session (C49).</summary>
        public bool IsMissedBy(Moment now) => Session is null && now >= Live.Creation.Schedule.End;

        internal Active Prepared(PlanPreparation preparation) => this with { Live = Live with { Preparation = preparation } };
    }

    /// <summary>It is over (C49).</summary>
    public sealed record Completed(PlannedLive Live, PlanOutcome Outcome) : Created(Live);

    /// <summary>It was deleted (C48); its history stays.</summary>
    /// <param name="Live">What was planned.</param>
    /// <param name="RescheduledTo">The plan that takes its place (BEY-12).</param>
    public sealed record Deleted(PlannedLive Live, LivePlanId? RescheduledTo) : Created(Live);

    /// <summary>Plans as streams.</summary>
    public static StreamKind<LivePlan> Kind { get; } = new("live_plan", new NotCreated(), Evolve, LivePlanRecord.View);

    /// <summary>The stream of one plan.</summary>
    public static StreamRef<LivePlan> At(LivePlanId id) => Kind.At(id.Value);

    /// <summary>The plan after one more fact.</summary>
    public static LivePlan Evolve(LivePlan state, IEvent fact) => (state, fact) switch
    {
        (NotCreated, LivePlanCreated it) => new Active(new(it, it.Products, it.PromotionTools), false, null),
        (Active plan, LivePlanPublished) => plan with { IsPublished = true },
        (Active plan, FeaturedProductsChanged it) => plan with { Live = plan.Live with { Products = it.Products } },
        (Active plan, PromotionToolsRefreshed it) => plan with { Live = plan.Live with { PromotionTools = it.PromotionTools } },
        (Active plan, TechnicalCheckRecorded it) => plan.Prepared(plan.Live.Preparation with { Technical = it.Check }),
        (Active plan, SalesEstimated it) => plan.Prepared(plan.Live.Preparation with { Estimates = it.Estimates }),
        (Active plan, RunSheetWritten it) => plan.Prepared(plan.Live.Preparation with { RunSheet = it.Segments }),
        (Active plan, ReferenceCardWritten it) => plan.Prepared(plan.Live.Preparation.With(it.Card)),
        (Active plan, LivePlanWentLive it) => plan with { Session = new(it.Session, it.StartedAt) },
        (Active plan, LivePlanCompleted it) => new Completed(plan.Live, it.Outcome),
        (Active plan, LivePlanDeleted it) => new Deleted(plan.Live, it.RescheduledTo),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}

/// <summary>What lists say of a plan.</summary>
public static class LivePlanStatuses
{
    /// <summary>The status at a moment: what has passed without a session is completed, recorded or not (C49).</summary>
    public static LivePlanStatus StatusAt(this LivePlan.Created plan, Moment now) => plan switch
    {
        LivePlan.Active active => active.IsMissedBy(now) ? LivePlanStatus.Completed : LivePlanStatus.Active,
        LivePlan.Completed => LivePlanStatus.Completed,
        LivePlan.Deleted => LivePlanStatus.Deleted,
        _ => throw new UnreachableException(),
    };
}
