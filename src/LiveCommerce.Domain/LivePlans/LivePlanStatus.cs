using System.Text.Json.Serialization;

namespace LiveCommerce.LivePlans;

/// <summary>The status of a plan, which is also the list that shows it (PLAN-18); deleted plans are in no list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LivePlanStatus>))]
public enum LivePlanStatus
{
    /// <summary>Its LIVE is still to come, or runs.</summary>
    Active,

    /// <summary>Its session ended, or its time passed without one (C49).</summary>
    Completed,

    /// <summary>It was deleted while active (C48).</summary>
    Deleted,
}

/// <summary>How a completed plan ended (C49).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanOutcome>))]
public enum PlanOutcome
{
    /// <summary>Its session took place and ended.</summary>
    Held,

    /// <summary>Its scheduled end passed without a session.</summary>
    Missed,
}
