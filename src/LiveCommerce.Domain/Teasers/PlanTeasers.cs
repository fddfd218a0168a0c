using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>The teasers that are linked to a plan: a stream beside the plan's own, so that a plan that goes takes its teasers along in one decision (C48, BEY-12).</summary>
/// <param name="Linked">In the order in which they were linked.</param>
public sealed record PlanTeasers(ValueList<TeaserId> Linked)
{
    /// <summary>The most teasers of a plan: far beyond what is advised, and as many as one decision may take along.</summary>
    public const int Most = 100;

    /// <summary>Teasers of plans as streams.</summary>
    public static StreamKind<PlanTeasers> Kind { get; } = new("plan_teasers", new([]), Evolve);

    /// <summary>The stream of one plan's teasers.</summary>
    public static StreamRef<PlanTeasers> At(LivePlanId plan) => Kind.At(DerivedId.Of(plan.Value, "teasers"));

    /// <summary>When those of them that are posted were posted, in the order in which they were linked.</summary>
    /// <param name="stateOf">A teaser as it stands.</param>
    public ValueList<Moment> PostedAt(Func<TeaserId, Teaser> stateOf) => Linked.Select(stateOf).OfType<Teaser.Posted>().Select(teaser => teaser.Post.PostedAt).ToValueList();

    /// <summary>The teasers after one more fact.</summary>
    public static PlanTeasers Evolve(PlanTeasers state, IEvent fact) => fact switch
    {
        TeaserJoinedPlan it => new(state.Linked.Add(it.Teaser)),
        TeaserLeftPlan it => new(state.Linked.Where(teaser => teaser != it.Teaser).ToValueList()),
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of a plan's teasers."),
    };
}
