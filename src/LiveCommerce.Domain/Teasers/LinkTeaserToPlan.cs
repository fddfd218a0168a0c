using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Teasers;

/// <summary>Links a teaser that is not posted yet to an upcoming plan of the same shop; its video is made anew, with sticker and arrow (TSR-04, TSR-05, TSR-08).</summary>
public sealed record LinkTeaserToPlan(TeaserId Teaser, LivePlanId Plan) : ITeaserCommand;

/// <summary>Unlinks a teaser that is not posted yet from its plan; its video is made anew, without sticker (TSR-08).</summary>
public sealed record UnlinkTeaser(TeaserId Teaser) : ITeaserCommand;

public static partial class TeaserDecider
{
    const int MostAdvised = 4;

    static Decision Link(Teaser.Known state, LinkTeaserToPlan command, TeaserContext context)
    {
        var stream = Teaser.At(command.Teaser);
        if (!CanSee(command.Plan, state.Content.Begin.Merchant, context.Plan) || context.Plan is not LivePlan.Created plan) return Decision.NotVisible;
        if (state.Content.Plan?.Plan == command.Plan) return Decision.AlreadySo;
        ValueList<Refusal> refusals =
        [
            .. NotUnposted(state),
            .. state.Content.Plan is { } other ? new[] { TeaserRefusals.AlreadyLinked.Of("plan", ("linked_to", other.Plan.ToString())) } : [],
            .. NotLinkable(plan, context),
        ];
        return refusals.Count > 0 ? Decision.Refuse(stream, refusals) : Advised(context, plan, Decision.Record(PlanLinks.Link(command.Teaser, plan.Live.Creation).ToValueList()));
    }

    static Decision Unlink(Teaser.Known state) =>
        state.Content.Plan is not { } linked ? Decision.AlreadySo
        : NotUnposted(state).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(Teaser.At(state.Content.Begin.Teaser), refusals)
        : Decision.Record(PlanLinks.Unlink(state.Content.Begin.Teaser, linked.Plan, UnlinkReason.BySeller).ToValueList());

    static IEnumerable<Refusal> NotUnposted(Teaser.Known state) => state switch
    {
        Teaser.Unposted => [],
        Teaser.Posted => [TeaserRefusals.AlreadyPosted.Of("teaser")],
        Teaser.Deleted => [TeaserRefusals.Deleted.Of("teaser")],
        _ => throw new UnreachableException(),
    };

    static IEnumerable<Refusal> NotLinkable(LivePlan.Created plan, TeaserContext context)
    {
        if (!PlanLinks.IsUpcoming(plan, context.Now)) yield return TeaserRefusals.PlanNotUpcoming.Of("plan", ("starts_at", plan.Live.Creation.Schedule.Start.ToString()));
        if (context.OfPlan?.Linked.Count >= PlanTeasers.Most) yield return TeaserRefusals.PlanFull.Of("plan", ("most", Numeral.Of(PlanTeasers.Most)));
    }

    // the shop's own plan, or none; whether others have such a plan is not said
    static bool CanSee(LivePlanId? wanted, MerchantId merchant, LivePlan? plan) => wanted is null || (plan is LivePlan.Created created && created.Live.Creation.Merchant == merchant);

    // a fifth teaser is more than is advised, and never more than a warning (C6)
    static Decision Advised(TeaserContext context, LivePlan.Created? plan, Decision decision) =>
        plan is null || context.OfPlan is not { } before ? decision : decision with
        {
            Details = decision.Details.Add(new("teasers_of_plan", Numeral.Of(before.Linked.Count + 1))),
            Warnings = before.Linked.Count < MostAdvised ? decision.Warnings : decision.Warnings.Add(TeaserRefusals.MoreThanAdvised.Of("plan", ("advised", Numeral.Of(MostAdvised)), ("linked", Numeral.Of(before.Linked.Count + 1)))),
        };
}
