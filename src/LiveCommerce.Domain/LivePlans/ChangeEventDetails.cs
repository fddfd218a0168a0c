using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Asks for another schedule, title or description: always refused, with the way out (PLAN-10..12, C1, C2). What it leaves out shall stay.</summary>
public sealed record ChangeEventDetails(LivePlanId Plan, WantedSchedule? Schedule, PersonalText? Title, PersonalText? Description) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision KeepDetails(LivePlan.Active plan, ChangeEventDetails command) =>
        Fixed(plan.Live.Creation, command).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals) : Decision.AlreadySo;

    static IEnumerable<Refusal> Fixed(LivePlanCreated creation, ChangeEventDetails asked)
    {
        if (asked.Schedule is { } schedule && !creation.Schedule.SaysTheSameAs(schedule)) yield return LivePlanRefusals.ScheduleImmutable.Of("schedule");
        if (asked.Title is { } title && !creation.Title.SaysTheSameAs(title)) yield return LivePlanRefusals.TextImmutable.Of("title");
        if (asked.Description is { } description && !creation.Description.SaysTheSameAs(description)) yield return LivePlanRefusals.TextImmutable.Of("description");
    }
}
