using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Teasers;

/// <summary>What links and unlinks teasers and plans: each is a fact of both, recorded together.</summary>
static class PlanLinks
{
    internal static LiveTimingSticker StickerOf(LivePlanCreated plan) => new(plan.Schedule.Start, plan.Schedule.Zone);

    /// <summary>Whether a teaser can still be linked to it: its LIVE is to come.</summary>
    internal static bool IsUpcoming(LivePlan.Created plan, Moment now) => plan is LivePlan.Active { Session: null } && now < plan.Live.Creation.Schedule.Start;

    /// <summary>The teasers of a plan that goes; none while they must be loaded first. What is written is read before: the teasers of the plan in its place too.</summary>
    internal static ValueList<Teaser.Known> TeasersOf(LivePlanId plan, LivePlanId? next, ReadRound round) =>
        round.Of(PlanTeasers.At(plan)) is { } known && (next is not { } other || round.Of(PlanTeasers.At(other)) is not null) ? known.Linked.Select(teaser => round.Of(Teaser.At(teaser))).OfType<Teaser.Known>().ToValueList() : [];

    internal static IEnumerable<NewFact> Link(TeaserId teaser, LivePlanCreated plan) =>
    [
        new(Teaser.At(teaser), new TeaserLinkedToPlan(plan.Plan, StickerOf(plan))),
        new(PlanTeasers.At(plan.Plan), new TeaserJoinedPlan(plan.Plan, teaser)),
    ];

    internal static IEnumerable<NewFact> Unlink(TeaserId teaser, LivePlanId plan, UnlinkReason why) =>
        [new(Teaser.At(teaser), new TeaserUnlinked(plan, why)), new(PlanTeasers.At(plan), new TeaserLeftPlan(plan, teaser))];

    /// <summary>What becomes of a plan's teasers when the plan is deleted (C48).</summary>
    internal static Decision Release(Decision deletion, LivePlanId plan, ValueList<Teaser.Known> teasers) =>
        Told(deletion, teasers, teasers.SelectMany(teaser => Unlink(teaser.Content.Begin.Teaser, plan, UnlinkReason.PlanDeleted)));

    /// <summary>What becomes of them when another plan takes its place: they announce that one (BEY-12).</summary>
    internal static Decision CarryOver(Decision rescheduling, LivePlanId from, LivePlanCreated to, ValueList<Teaser.Known> teasers) =>
        Told(rescheduling, teasers, teasers.SelectMany(teaser => Unlink(teaser.Content.Begin.Teaser, from, UnlinkReason.PlanRescheduled).Concat(Link(teaser.Content.Begin.Teaser, to))));

    static Decision Told(Decision decision, ValueList<Teaser.Known> teasers, IEnumerable<NewFact> facts)
    {
        var stale = teasers.Count(teaser => teaser is Teaser.Posted { Video.HasSticker: true });
        return teasers.Count == 0 ? decision : decision with
        {
            Facts = [.. decision.Facts, .. facts],
            Details = decision.Details.Add(new("affected_teasers", Numeral.Of(teasers.Count))),
            Warnings = stale == 0 ? decision.Warnings : decision.Warnings.Add(TeaserRefusals.StickerStale.Of(null, ("posted_teasers", Numeral.Of(stale)))),
        };
    }
}
