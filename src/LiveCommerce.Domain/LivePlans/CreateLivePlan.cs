using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.LivePlans;

/// <summary>Plans a LIVE and publishes its LIVE Event (PLAN-02, PLAN-20, C3); local date and time are on the shop's clock.</summary>
/// <param name="Plan">A new id.</param>
/// <param name="Merchant">Whose shop goes LIVE.</param>
/// <param name="Title">The title of the LIVE session.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Schedule">When.</param>
/// <param name="Products">The marketplace's ids of 1 to 150 products (PLAN-03).</param>
/// <param name="PromotionTools">The ids of the seller's promotion tools.</param>
public sealed record CreateLivePlan(
    LivePlanId Plan,
    MerchantId Merchant,
    PersonalText Title,
    PersonalText Description,
    WantedSchedule Schedule,
    ValueList<string> Products,
    ValueList<string> PromotionTools) : ILivePlanCommand
{
    bool ICommand.BeginsTarget => true;
}

public static partial class LivePlanDecider
{
    static Decision Create(LivePlan state, CreateLivePlan command, LivePlanContext context)
    {
        if (context.Merchant is not Merchant.Onboarded merchant || !(context.Actor.IsPlatform || context.Actor.Party == Party.Of(command.Merchant))) return Decision.NotVisible;
        if (state is LivePlan.Created known && !known.Live.IsVisibleTo(context.Actor)) return Decision.NotVisible;
        Refusal[] refusals =
        [
            .. state is LivePlan.NotCreated ? [] : new[] { LivePlanRefusals.AlreadyCreated.Of("plan") },
            .. PlanRules.OfSchedule(command.Schedule, merchant.Zone, context.Now), .. PlanRules.OfProducts(command.Products, context.ProductsOfOthers), .. PlanRules.OfTools(command.PromotionTools),
        ];
        return refusals.Length > 0 || LiveSchedule.Resolve(command.Schedule, merchant.Zone) is not { } schedule
            ? Decision.Refuse(LivePlan.At(command.Plan), refusals.ToValueList())
            : Shown(schedule, Decision.Record(
                LivePlan.At(command.Plan),
                new LivePlanCreated(command.Plan, command.Merchant, command.Title, command.Description, schedule, command.Products, command.PromotionTools, null),
                new LivePlanPublished()));
    }

    // the answer says which instant the local time became, and warns where a clock change left a choice (C53)
    static Decision Shown(LiveSchedule schedule, Decision decision) => decision with
    {
        Details = [.. decision.Details, new("starts_at", schedule.Start.ToString()), new("ends_at", schedule.End.ToString()), new("local_time_rule", schedule.Rule.ToString())],
        Warnings = schedule.Rule == LocalTimeRule.AsWritten ? decision.Warnings
            : decision.Warnings.Add(LivePlanRefusals.LocalTimeSettled.Of("schedule.time", ("rule", schedule.Rule.ToString()), ("starts_at", schedule.Start.ToString()))),
    };
}
