using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.LiveEvents;

/// <summary>What the public sees of a plan's progress.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LiveEventStatus>))]
public enum LiveEventStatus
{
    /// <summary>It is still to start, perhaps late; buyers can subscribe.</summary>
    Scheduled,

    /// <summary>Its session runs.</summary>
    Live,

    /// <summary>Its session ended, or its time passed without one.</summary>
    Over,

    /// <summary>Its plan was deleted or rescheduled.</summary>
    Cancelled,
}

/// <summary>The LIVE Event that a plan was published as (PLAN-13).</summary>
public static class LiveEventStatuses
{
    /// <summary>Whether there is one.</summary>
    public static bool IsPublished(this LivePlan.Created plan) => plan is not LivePlan.Active { IsPublished: false };

    /// <summary>Its status at a moment.</summary>
    public static LiveEventStatus LiveEventAt(this LivePlan.Created plan, Moment now) => plan switch
    {
        LivePlan.Active { Session: not null } => LiveEventStatus.Live,
        LivePlan.Active active => active.IsMissedBy(now) ? LiveEventStatus.Over : LiveEventStatus.Scheduled,
        LivePlan.Completed => LiveEventStatus.Over,
        LivePlan.Deleted => LiveEventStatus.Cancelled,
        _ => throw new UnreachableException(),
    };
}
