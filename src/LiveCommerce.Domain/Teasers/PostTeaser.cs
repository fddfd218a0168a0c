using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;

namespace LiveCommerce.Teasers;

/// <summary>Posts a prepared and described teaser on the bound official account (TSR-06, TSR-07); also while its LIVE runs (TSR-23).</summary>
public sealed record PostTeaser(TeaserId Teaser) : ITeaserCommand;

public static partial class TeaserDecider
{
    static Decision Post(Teaser.Known state, TeaserContext context)
    {
        if (state is Teaser.Posted) return Decision.AlreadySo;
        var (stream, account) = (Teaser.At(state.Content.Begin.Teaser), (context.Merchant as Merchant.Onboarded)?.OfficialAccount);
        ValueList<Refusal> refusals =
        [
            .. NotReady(state),
            .. state.Content.Description is null ? new[] { TeaserRefusals.CaptionRequired.Of("caption") } : [],
            .. account is null ? new[] { TeaserRefusals.AccountNotBound.Of() } : [],
            .. context.Plan is LivePlan.Created plan && !IsStillToWatch(plan, context.Now) ? new[] { TeaserRefusals.PlanOver.Of("plan") } : [],
        ];
        return refusals.Count > 0 || account is not { } bound ? Decision.Refuse(stream, refusals)
            : Decision.Record(stream, new TeaserPosted(bound, context.Now)) with
            {
                Details = [new("status", "successfully posted"), new("edits_until", EditsEnd(context.Now).ToString())],
                Warnings = Untold(state).ToValueList(),
            };
    }

    static IEnumerable<Refusal> NotReady(Teaser.Known state) => state switch
    {
        Teaser.Preparing => [TeaserRefusals.StillPreparing.Of("teaser")],
        Teaser.Failed => [TeaserRefusals.PreparationFailed.Of("teaser")],
        Teaser.Ready or Teaser.Posted => [],
        Teaser.Deleted => [TeaserRefusals.Deleted.Of("teaser")],
        _ => throw new UnreachableException(),
    };

    static bool IsStillToWatch(LivePlan.Created plan, Moment now) => plan is LivePlan.Active active && !active.IsMissedBy(now);

    static IEnumerable<Refusal> Untold(Teaser.Known state)
    {
        if (state.Content.Plan is null) yield return TeaserRefusals.WithoutPlan.Of("plan");
    }
}
