using System.Diagnostics;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Campaigns;

/// <summary>What is open to somebody on a campaign now, found by asking the decider.</summary>
public static class CampaignActions
{
    /// <summary>The actions of the actor's role; nothing for who runs no campaigns.</summary>
    public static ValueList<ActionVerdict> Of(LivestreamCampaign campaign, DecisionContext context) => campaign switch
    {
        LivestreamCampaign.NotDrafted => [],
        LivestreamCampaign.Draft it => Ask(campaign, context, it.Id, it.Terms),
        LivestreamCampaign.Published it => Ask(campaign, context, it.Id, it.Terms),
        _ => throw new UnreachableException(),
    };

    /// <summary>What the tab Registered offers: Manage until the campaign's end, View from then on (CAMP-11).</summary>
    public static ActionVerdict OfRegistered(LivestreamCampaign.Published campaign, Moment now) => new(campaign.IsOver(now) ? "view" : "manage", true);

    static ValueList<ActionVerdict> Ask(LivestreamCampaign campaign, DecisionContext context, CampaignId id, CampaignTerms terms) =>
        Candidates(id, terms).Where(candidate => CampaignRoles.Table.Of(candidate.Command.GetType()).Contains(context.Actor.Role)).Select(candidate => ActionVerdict.Of(candidate.Action, CampaignDecider.Decide(campaign, candidate.Command, context))).ToValueList();

    // each candidate would change something, so that none is answered "already so"
    static IEnumerable<(string Action, ICampaignCommand Command)> Candidates(CampaignId id, CampaignTerms terms) =>
    [
        ("change", new ChangeCampaign(id, terms with { Details = terms.Details + " " })),
        ("publish", new PublishCampaign(id)),
        ("extend", new ExtendCampaign(id, null, terms.Period.End + Duration.FromMinutes(1))),
        ("end", new EndCampaign(id, PersonalText.Placeholder)),
        ("invite", new IssueInvitation(id, InvitationId.From(DerivedId.Of(id.Value, "invite")), new string('0', 64), [])),
    ];
}
