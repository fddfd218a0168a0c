using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;

namespace LiveCommerce.LivePlans;

/// <summary>What a decision about a plan is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
public sealed record LivePlanContext(Moment Now, Actor Actor) : DecisionContext(Now, Actor)
{
    /// <summary>A creation: whose shop it is.</summary>
    public Merchant? Merchant { get; init; }

    /// <summary>A rescheduling: what is known under the new plan's id.</summary>
    public LivePlan? NewPlan { get; init; }

    /// <summary>A creation and a change of products: those newly featured that are another shop's and not this one's (PLAN-04).</summary>
    public ValueList<string> ProductsOfOthers { get; init; } = [];

    /// <summary>A deletion and a rescheduling: the teasers that are linked to the plan, and go with it (C48).</summary>
    public ValueList<Teaser.Known> Teasers { get; init; } = [];
}

/// <summary>Decides commands about LIVE plans.</summary>
public static partial class LivePlanDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "plans/1";

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ILivePlanCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var plan = round.Of(LivePlan.At(command.Plan));
        var merchant = round.Of(command is CreateLivePlan create ? Merchant.At(create.Merchant) : null);
        var newPlan = round.Of(command is RescheduleLivePlan reschedule ? LivePlan.At(reschedule.NewPlan) : null);
        var teasers = command is DeleteLivePlan or RescheduleLivePlan ? PlanLinks.TeasersOf(command.Plan, (command as RescheduleLivePlan)?.NewPlan, round) : [];
        var ofOthers = ProductsOfOthers(plan, command, round);
        return plan is null || !round.IsComplete ? null
            : Decide(plan, command, new(context.Now, context.Actor) { Merchant = merchant, NewPlan = newPlan, ProductsOfOthers = ofOthers, Teasers = teasers });
    }

    // what a plan features already is not judged again
    static ValueList<string> ProductsOfOthers(LivePlan? plan, ILivePlanCommand command, ReadRound round) =>
        command is CreateLivePlan create ? MarketplaceListing.OfOthers(create.Merchant, create.Products, round)
        : plan is LivePlan.Active { Live: var live } && command is ChangeFeaturedProducts change
            ? MarketplaceListing.OfOthers(live.Creation.Merchant, change.Products.Except(live.Products).ToValueList(), round)
        : [];

    /// <summary>Decides a command on a plan.</summary>
    public static Decision Decide(LivePlan state, ILivePlanCommand command, LivePlanContext context) => (state, command) switch
    {
        (_, CreateLivePlan it) => Create(state, it, context),
        (LivePlan.NotCreated, _) => Decision.NotVisible,
        (LivePlan.Created plan, _) when !plan.Live.IsVisibleTo(context.Actor) => Decision.NotVisible,
        (LivePlan.Created plan, CompleteLivePlan) => Complete(plan, context.Now),
        (LivePlan.Deleted { RescheduledTo: null }, DeleteLivePlan) => Decision.AlreadySo,
        (LivePlan.Deleted { RescheduledTo: { } to }, RescheduleLivePlan it) when to == it.NewPlan => Decision.AlreadySo,
        (LivePlan.Active plan, _) when plan.IsMissedBy(context.Now) => RefuseAsMissed(plan),
        (LivePlan.Active plan, ChangeFeaturedProducts it) => Feature(plan, it, context.ProductsOfOthers),
        (LivePlan.Active plan, ChangePromotionTools it) => Attach(plan, it),
        (LivePlan.Active plan, ChangeEventDetails it) => KeepDetails(plan, it),
        (LivePlan.Active plan, RecordTechnicalCheck it) => Try(plan, it),
        (LivePlan.Active plan, EstimateSales it) => Estimate(plan, it),
        (LivePlan.Active plan, WriteRunSheet it) => Write(plan, it),
        (LivePlan.Active plan, WriteReferenceCard it) => Write(plan, it),
        (LivePlan.Active plan, DeleteLivePlan it) => Delete(plan, it, context.Teasers),
        (LivePlan.Active plan, RescheduleLivePlan it) => Reschedule(plan, it, context),
        (LivePlan.Completed or LivePlan.Deleted, _) => RefuseAsInactive((LivePlan.Created)state),
        _ => throw new UnreachableException(),
    };
}
