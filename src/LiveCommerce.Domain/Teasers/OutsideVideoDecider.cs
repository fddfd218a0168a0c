using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Teasers;

/// <summary>A command about a video that was posted outside this system.</summary>
public interface IOutsideVideoCommand : ICommand
{
    /// <summary>A new id.</summary>
    OutsideVideoId Video { get; }

    /// <summary>The plan whose LIVE it is for.</summary>
    LivePlanId Plan { get; }

    /// <summary>When it was posted; left out, now.</summary>
    Moment? PostedAt { get; }

    StreamRef ICommand.Target => OutsideVideo.At(Video);

    bool ICommand.BeginsTarget => true;
}

/// <summary>Tells of a promotional video, with the featured products that it links (C5, C7).</summary>
public sealed record TellPromotionalVideo(OutsideVideoId Video, LivePlanId Plan, ValueList<string> Products, Moment? PostedAt) : IOutsideVideoCommand;

/// <summary>Tells of a teaser that was made and posted elsewhere; product links are warned of (C8).</summary>
public sealed record TellOutsideTeaser(OutsideVideoId Video, LivePlanId Plan, bool HasProductLinks, Moment? PostedAt) : IOutsideVideoCommand;

/// <summary>What a decision about such a video is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Plan">The plan whose LIVE it is for.</param>
public sealed record OutsideVideoContext(Moment Now, Actor Actor, LivePlan Plan) : DecisionContext(Now, Actor);

/// <summary>Decides commands about videos that were posted outside this system.</summary>
public static class OutsideVideoDecider
{
    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IOutsideVideoCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var (video, plan) = (round.Of(OutsideVideo.At(command.Video)), round.Of(LivePlan.At(command.Plan)));
        return video is null || plan is null ? null : Decide(video, command, new(context.Now, context.Actor, plan));
    }

    /// <summary>Decides a command on such a video.</summary>
    public static Decision Decide(OutsideVideo state, IOutsideVideoCommand command, OutsideVideoContext context)
    {
        if (context.Plan is not LivePlan.Created plan || !plan.Live.IsVisibleTo(context.Actor)) return Decision.NotVisible;
        if (state is OutsideVideo.Told known) return IsTheSame(known, command) ? Decision.AlreadySo : Refuse(command, [OutsideVideoRefusals.AlreadyTold.Of("video")]);
        var (merchant, at) = (plan.Live.Creation.Merchant, command.PostedAt ?? context.Now);
        var refusals = Broken(plan, command, at, context.Now).ToValueList();
        return refusals.Count > 0 ? Refuse(command, refusals) : command switch
        {
            TellPromotionalVideo it => Decision.Record(OutsideVideo.At(it.Video), new PromotionalVideoPosted(it.Video, merchant, it.Plan, it.Products, at)),
            TellOutsideTeaser it => Decision.Record(OutsideVideo.At(it.Video), new OutsideTeaserPosted(it.Video, merchant, it.Plan, it.HasProductLinks, at)) with
            {
                Warnings = it.HasProductLinks ? [TeaserRefusals.HasProductLinks.Of("hasProductLinks")] : [],
            },
            _ => throw new UnreachableException(),
        };
    }

    static IEnumerable<Refusal> Broken(LivePlan.Created plan, IOutsideVideoCommand command, Moment at, Moment now)
    {
        if (plan is LivePlan.Deleted) yield return OutsideVideoRefusals.PlanDeleted.Of("plan");
        if (at > now) yield return OutsideVideoRefusals.InFuture.Of("postedAt");
        if (command is not TellPromotionalVideo { Products: var products }) yield break;
        if (products.Count is 0 or > PlanRules.MostProducts) yield return OutsideVideoRefusals.Products.Of("products");
        else if (products.Any(product => !plan.Live.Products.Contains(product)) || products.Distinct().Count() < products.Count) yield return OutsideVideoRefusals.ProductNotFeatured.Of("products");
    }

    static bool IsTheSame(OutsideVideo.Told known, IOutsideVideoCommand command) =>
        known.Plan == command.Plan && (command.PostedAt is null || command.PostedAt == known.PostedAt) && (known, command) switch
        {
            (OutsideVideo.Promotional one, TellPromotionalVideo it) => one.Products.Equals(it.Products),
            (OutsideVideo.OutsideTeaser one, TellOutsideTeaser it) => one.HasProductLinks == it.HasProductLinks,
            (OutsideVideo.Promotional or OutsideVideo.OutsideTeaser, _) => false,
            _ => throw new UnreachableException(),
        };

    static Decision Refuse(IOutsideVideoCommand command, ValueList<Refusal> refusals) => Decision.Refuse(OutsideVideo.At(command.Video), refusals);
}
