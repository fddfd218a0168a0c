using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;

namespace LiveCommerce.Teasers;

/// <summary>What is open to somebody on a teaser now, found by asking the decider: what a page makes clickable, from one truth.</summary>
public static class TeaserActions
{
    /// <summary>The actions of the actor's role; nothing for who makes no teasers.</summary>
    /// <param name="teaser">The teaser.</param>
    /// <param name="merchant">Its shop.</param>
    /// <param name="plan">The plan that it is linked to, where it is.</param>
    /// <param name="context">Who asks, and when.</param>
    public static ValueList<ActionVerdict> Of(Teaser.Known teaser, Merchant? merchant, LivePlan? plan, DecisionContext context)
    {
        var known = new TeaserContext(context.Now, context.Actor) { Merchant = merchant, Plan = plan };
        return Candidates(teaser)
            .Where(candidate => TeaserRoles.Table.Of(candidate.Command.GetType()).Contains(context.Actor.Role))
            .Select(candidate => ActionVerdict.Of(candidate.Action, TeaserDecider.Decide(teaser, candidate.Command, known))).ToValueList();
    }

    // each candidate would change something, so that none is answered "already so" but where nothing can be done
    static IEnumerable<(string Action, ITeaserCommand Command)> Candidates(Teaser.Known teaser)
    {
        var (id, description) = (teaser.Content.Begin.Teaser, (teaser as Teaser.Posted)?.Post.Description ?? teaser.Content.Description);
        var another = description?.Cover == 0 ? 1 : 0;
        return
        [
            ("unlink", new UnlinkTeaser(id)),
            ("describe", new DescribeTeaser(id, PersonalText.Placeholder, new(TeaserAudience.Everyone, true, true), another)),
            ("prepareAgain", new PrepareTeaserAgain(id)),
            ("post", new PostTeaser(id)),
            ("edit", new EditTeaserCaptionAndCover(id, null, another)),
            ("delete", new DeleteTeaser(id)),
        ];
    }
}
