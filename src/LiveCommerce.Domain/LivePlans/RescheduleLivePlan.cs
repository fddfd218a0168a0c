using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.LivePlans;

/// <summary>
/// Deletes an active plan and creates one of another schedule in one step (PLAN-12, BEY-12): title, description, products, tools, teasers and what was prepared are carried over,
/// each plan names the other, and both facts are recorded or none.
/// </summary>
/// <param name="Plan">The plan whose place is taken.</param>
/// <param name="NewPlan">A new id.</param>
/// <param name="Schedule">When instead.</param>
/// <param name="AffectedSubscribers">How many buyers subscribe to the old plan now.</param>
public sealed record RescheduleLivePlan(LivePlanId Plan, LivePlanId NewPlan, WantedSchedule Schedule, int AffectedSubscribers) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Reschedule(LivePlan.Active plan, RescheduleLivePlan command, LivePlanContext context)
    {
        var old = plan.Live.Creation;
        if (context.NewPlan is LivePlan.Created taken && !taken.Live.IsVisibleTo(context.Actor)) return Decision.NotVisible;
        Refusal[] refusals =
        [
            .. TakenAway(plan, command.AffectedSubscribers),
            .. context.NewPlan is LivePlan.NotCreated && command.NewPlan != command.Plan ? [] : new[] { LivePlanRefusals.AlreadyCreated.Of("newPlan") },
            .. old.Schedule.SaysTheSameAs(command.Schedule) ? new[] { LivePlanRefusals.ScheduleUnchanged.Of("schedule") } : [],
            .. PlanRules.OfSchedule(command.Schedule, old.Schedule.Zone, context.Now),
        ];
        if (refusals.Length > 0 || LiveSchedule.Resolve(command.Schedule, old.Schedule.Zone) is not { } schedule)
            return Decision.Refuse(LivePlan.At(command.Plan), refusals.ToValueList());
        var created = old with { Plan = command.NewPlan, Schedule = schedule, Products = plan.Live.Products, PromotionTools = plan.Live.PromotionTools, RescheduledFrom = command.Plan };
        return PlanLinks.CarryOver(Affecting(command.AffectedSubscribers, Shown(schedule, Decision.Record(
            [
                new(LivePlan.At(command.NewPlan), created),
                new(LivePlan.At(command.NewPlan), new LivePlanPublished()),
                .. Carried(plan.Live.Preparation, schedule).Select(fact => new NewFact(LivePlan.At(command.NewPlan), fact)),
                new(LivePlan.At(command.Plan), new LivePlanDeleted(command.AffectedSubscribers, command.NewPlan)),
            ]))), command.Plan, created, context.Teasers);
    }

    // equipment is tried before every LIVE, and a run sheet that is too long for the new time is written anew
    static IEnumerable<IEvent> Carried(PlanPreparation preparation, LiveSchedule schedule)
    {
        if (preparation.Estimates.Count > 0) yield return new SalesEstimated(preparation.Estimates);
        if (preparation.RunSheet.Count > 0 && preparation.RunSheet.Sum(segment => (long)segment.Minutes) <= schedule.Minutes) yield return new RunSheetWritten(preparation.RunSheet);
        foreach (var card in preparation.Cards) yield return new ReferenceCardWritten(card);
    }
}
