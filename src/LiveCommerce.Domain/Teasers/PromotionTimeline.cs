using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Teasers;

/// <summary>What stands on a promotion timeline.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelineKind>))]
public enum TimelineKind
{
    /// <summary>A teaser is to be posted (TSR-09).</summary>
    Teaser,

    /// <summary>A promotional video is to be posted (PRE-03).</summary>
    PromotionalVideo,

    /// <summary>The LIVE itself.</summary>
    Live,
}

/// <summary>How far something on a timeline has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelineState>))]
public enum TimelineState
{
    /// <summary>Its time is still to come.</summary>
    Upcoming,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>Its time has passed and it can still be done; for a LIVE that has no penalty (PLAN-16).</summary>
    Late,

    /// <summary>Its time has passed for good.</summary>
    Missed,

    /// <summary>The plan was deleted before it was done.</summary>
    Cancelled,
}

/// <summary>One thing to do for a LIVE.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Rule">The rule that asks for it.</param>
public sealed record TimelineItem(TimelineKind Kind, Moment DueAt, TimelineState State, string Rule);

/// <summary>All that leads up to a LIVE, and the LIVE, in one list by time (BEY-14, C5); advice and never more.</summary>
public static class PromotionTimeline
{
    /// <summary>The timeline of a plan, judged at a moment.</summary>
    /// <param name="plan">The plan's row.</param>
    /// <param name="teasers">When its teasers were posted.</param>
    /// <param name="videos">When promotional videos for it were posted.</param>
    /// <param name="at">The moment that judges.</param>
    public static ValueList<TimelineItem> Of(LivePlanRecord plan, IReadOnlyCollection<Moment> teasers, IReadOnlyCollection<Moment> videos, Moment at) =>
        Items(plan, PromotionKind.Teaser, TimelineKind.Teaser, "TSR-09", teasers, at)
            .Concat(Items(plan, PromotionKind.PromotionalVideo, TimelineKind.PromotionalVideo, "PRE-03", videos, at))
            .Append(new(TimelineKind.Live, plan.Schedule.Start, StateOf(plan, at), "PLAN-16"))
            .OrderBy(item => item.DueAt).ThenBy(item => item.Kind).ToValueList();

    static IEnumerable<TimelineItem> Items(LivePlanRecord plan, PromotionKind cadence, TimelineKind kind, string rule, IReadOnlyCollection<Moment> posted, Moment at)
    {
        foreach (var slot in PromotionCadence.Slots(cadence, plan.Schedule.Start, posted, at))
            yield return new(kind, slot.DueAt, StateOf(slot, plan, at), rule);
    }

    static TimelineState StateOf(CadenceSlot slot, LivePlanRecord plan, Moment at) =>
        slot.State == SlotState.Kept ? TimelineState.Done
        : plan.Status == LivePlanStatus.Deleted ? TimelineState.Cancelled
        : at < slot.DueAt ? TimelineState.Upcoming
        : slot.State == SlotState.Missed ? TimelineState.Missed
        : TimelineState.Late;

    static TimelineState StateOf(LivePlanRecord plan, Moment at) => plan.Status switch
    {
        LivePlanStatus.Deleted => TimelineState.Cancelled,
        LivePlanStatus.Completed => plan.Outcome == PlanOutcome.Held ? TimelineState.Done : TimelineState.Missed,
        LivePlanStatus.Active => plan.Session is not null ? TimelineState.Done
            : at >= plan.Schedule.End ? TimelineState.Missed
            : at > plan.Schedule.Start ? TimelineState.Late
            : TimelineState.Upcoming,
        _ => throw new UnreachableException(),
    };
}
