using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;

namespace LiveCommerce.Teasers;

/// <summary>A command about a teaser.</summary>
public interface ITeaserCommand : ICommand
{
    /// <summary>The teaser it is about.</summary>
    TeaserId Teaser { get; }

    StreamRef ICommand.Target => Teasers.Teaser.At(Teaser);
}

/// <summary>What a decision about a teaser is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
public sealed record TeaserContext(Moment Now, Actor Actor) : DecisionContext(Now, Actor)
{
    /// <summary>A beginning: what it is cut of.</summary>
    public Footage? Footage { get; init; }

    /// <summary>A beginning and a posting: whose shop it is.</summary>
    public Merchant? Merchant { get; init; }

    /// <summary>The plan that it is linked to, or shall be.</summary>
    public LivePlan? Plan { get; init; }

    /// <summary>That plan's teasers.</summary>
    public PlanTeasers? OfPlan { get; init; }
}

/// <summary>Decides commands about teasers.</summary>
public static partial class TeaserDecider
{
    /// <summary>The policy that is recorded with each decision about teasers and footage.</summary>
    public const string Policy = "teasers/1";

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ITeaserCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var teaser = round.Of(Teaser.At(command.Teaser));
        var footage = round.Of(command is IMakeTeaser make ? Footage.At(make.Footage) : null);
        var merchant = round.Of(MerchantOf(teaser, footage, command) is { } shop ? Merchant.At(shop) : null);
        var plan = PlanOf(teaser, command);
        var (planned, ofPlan) = (round.Of(plan is { } one ? LivePlan.At(one) : null), round.Of(plan is { } its ? PlanTeasers.At(its) : null));
        return teaser is null || !round.IsComplete ? null
            : Decide(teaser, command, new(context.Now, context.Actor) { Footage = footage, Merchant = merchant, Plan = planned, OfPlan = ofPlan });
    }

    /// <summary>Decides a command on a teaser.</summary>
    public static Decision Decide(Teaser state, ITeaserCommand command, TeaserContext context) => (state, command) switch
    {
        (Teaser.Known known, _) when !known.Content.IsVisibleTo(context.Actor) => Decision.NotVisible,
        (_, MakeHighlightTeaser it) => Make(state, it, context),
        (_, MakeUploadedTeaser it) => Make(state, it, context),
        (Teaser.NotStarted, _) => Decision.NotVisible,
        (Teaser.Known teaser, RecordTeaserPrepared it) => Prepared(teaser, it),
        (Teaser.Known teaser, RecordTeaserFailed it) => Failed(teaser, it),
        (Teaser.Deleted, DeleteTeaser) => Decision.AlreadySo,
        (Teaser.Deleted, _) => Decision.Refuse(Teaser.At(command.Teaser), [TeaserRefusals.Deleted.Of("teaser")]),
        (Teaser.Known teaser, PrepareTeaserAgain) => Repeat(teaser),
        (Teaser.Known teaser, LinkTeaserToPlan it) => Link(teaser, it, context),
        (Teaser.Known teaser, UnlinkTeaser) => Unlink(teaser),
        (Teaser.Known teaser, DescribeTeaser it) => Describe(teaser, it),
        (Teaser.Known teaser, TickTeaserStory it) => Tick(teaser, it),
        (Teaser.Known teaser, PostTeaser) => Post(teaser, context),
        (Teaser.Known teaser, EditTeaserCaptionAndCover it) => Edit(teaser, it, context.Now),
        (Teaser.Known teaser, RecordTeaserFigures it) => Measure(teaser, it, context.Now),
        (Teaser.Known teaser, DeleteTeaser) => Delete(teaser),
        _ => throw new UnreachableException(),
    };

    static MerchantId? MerchantOf(Teaser? teaser, Footage? footage, ITeaserCommand command) =>
        command is IMakeTeaser ? (footage as Footage.Present)?.Put.Merchant
        : command is PostTeaser ? (teaser as Teaser.Known)?.Content.Begin.Merchant
        : null;

    static LivePlanId? PlanOf(Teaser? teaser, ITeaserCommand command) =>
        command is IMakeTeaser make ? make.Announced
        : command is LinkTeaserToPlan link ? link.Plan
        : command is PostTeaser or UnlinkTeaser or DeleteTeaser ? (teaser as Teaser.Known)?.Content.Plan?.Plan
        : null;
}
