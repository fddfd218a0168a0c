using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;
using NodaTime;

namespace LiveCommerce.Teasers;

interface IMakeTeaser : ITeaserCommand
{
    FootageId Footage { get; }

    LivePlanId? Announced { get; }
}

/// <summary>Begins a teaser of a previous LIVE's peak, for an upcoming plan, which it must have (TSR-01, TSR-04).</summary>
/// <param name="Teaser">A new id.</param>
/// <param name="Footage">A recording that shows the peak.</param>
/// <param name="Peak">The moment around which it is cut.</param>
/// <param name="Plan">The upcoming plan that it announces.</param>
public sealed record MakeHighlightTeaser(TeaserId Teaser, FootageId Footage, Moment Peak, LivePlanId Plan) : IMakeTeaser
{
    LivePlanId? IMakeTeaser.Announced => Plan;

    bool ICommand.BeginsTarget => true;
}

/// <summary>Begins a teaser of an uploaded video, with a plan or without one (TSR-01, TSR-08).</summary>
/// <param name="Teaser">A new id.</param>
/// <param name="Footage">The uploaded video.</param>
/// <param name="FromMilliseconds">Where in it the teaser begins.</param>
/// <param name="Plan">The upcoming plan that it announces, where it announces one.</param>
public sealed record MakeUploadedTeaser(TeaserId Teaser, FootageId Footage, int FromMilliseconds, LivePlanId? Plan) : IMakeTeaser
{
    LivePlanId? IMakeTeaser.Announced => Plan;

    bool ICommand.BeginsTarget => true;
}

public static partial class TeaserDecider
{
    internal const int Length = 40_000;

    static Decision Make(Teaser state, MakeHighlightTeaser command, TeaserContext context) =>
        context.Footage is not Footage.Present { Put: var put } ? Gone(command, context)
        : put.Of is not { } of ? Make(state, command, put, null, TeaserRefusals.FootageOfNoSession.Of("footage"), context)
        : Peak(put, of, command.Peak) is not { } peak ? Make(state, command, put, null, TeaserRefusals.PeakOutsideFootage.Of("peak"), context)
        : Make(state, command, put, new(put.Footage, of.Session, Math.Clamp(peak - (Length / 2), 0, Math.Max(0, put.Video.Milliseconds - Length)), Math.Min(Length, put.Video.Milliseconds)), null, context);

    static Decision Make(Teaser state, MakeUploadedTeaser command, TeaserContext context) =>
        context.Footage is not Footage.Present { Put: var put } ? Gone(command, context)
        : command.FromMilliseconds < 0 || put.Video.Milliseconds - command.FromMilliseconds < FootagePolicy.ShortestMilliseconds
            ? Make(state, command, put, null, TeaserRefusals.CutTooShort.Of("fromMilliseconds", ("footage_seconds", FootagePolicy.Seconds(put.Video.Milliseconds))), context)
        : Make(state, command, put, new(put.Footage, null, command.FromMilliseconds, Math.Min(Length, put.Video.Milliseconds - command.FromMilliseconds)), null, context);

    static Decision Make(Teaser state, IMakeTeaser command, FootagePut put, TeaserCut? cut, Refusal? bad, TeaserContext context)
    {
        if (!(context.Actor.IsPlatform || context.Actor.Party == Party.Of(put.Merchant)) || context.Merchant is not Merchant.Onboarded merchant || !CanSee(command.Announced, put.Merchant, context.Plan)) return Decision.NotVisible;
        if (IsTheSame(state, cut, command.Announced)) return Decision.AlreadySo;
        var planned = context.Plan as LivePlan.Created;
        ValueList<Refusal> refusals =
        [
            .. state is Teaser.NotStarted ? [] : new[] { TeaserRefusals.AlreadyStarted.Of("teaser") },
            .. bad is null ? [] : new[] { bad },
            .. planned is null ? [] : NotLinkable(planned, context),
        ];
        if (refusals.Count > 0 || cut is null) return Decision.Refuse(Teaser.At(command.Teaser), refusals);
        return Advised(context, planned, Decision.Record(
        [
            new(Teaser.At(command.Teaser), new TeaserPreparationStarted(command.Teaser, put.Merchant, merchant.Zone, cut)),
            new(Footage.At(put.Footage), new FootageUsed(command.Teaser, context.Now + FootagePolicy.Term)),
            .. planned is null ? [] : PlanLinks.Link(command.Teaser, planned.Live.Creation),
        ]));
    }

    // of footage that is another's nothing is said, nor whether there is any
    static Decision Gone(IMakeTeaser command, TeaserContext context) =>
        context.Footage is Footage.Deleted { Put: var put } && (context.Actor.IsPlatform || context.Actor.Party == Party.Of(put.Merchant))
            ? Decision.Refuse(Teaser.At(command.Teaser), [TeaserRefusals.FootageDeleted.Of("footage")])
            : Decision.NotVisible;

    static bool IsTheSame(Teaser state, TeaserCut? cut, LivePlanId? plan) => state is Teaser.Known known && known.Content.Begin.Cut == cut && known.Content.Plan?.Plan == plan;

    static int? Peak(FootagePut put, RecordedStretch of, Moment peak) =>
        peak >= of.StartsAt && peak < of.StartsAt + Duration.FromMilliseconds(put.Video.Milliseconds) ? (int)(peak - of.StartsAt).TotalMilliseconds : null;
}
