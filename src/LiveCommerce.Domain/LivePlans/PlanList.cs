using System.Text.Json.Serialization;

namespace LiveCommerce.LivePlans;

/// <summary>The two lists of plans at the bottom of the overview (PLAN-18); a deleted plan is in neither.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanList>))]
public enum PlanList
{
    /// <summary>Still to come, or running: the next one first.</summary>
    Active,

    /// <summary>Held, or missed (C49): the latest first.</summary>
    Completed,
}
