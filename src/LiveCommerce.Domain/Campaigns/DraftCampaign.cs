using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Drafts a campaign; the platform alone sees it.</summary>
public sealed record DraftCampaign(CampaignId Campaign, CampaignTerms Terms) : ICampaignCommand
{
    bool ICommand.BeginsTarget => true;
}

public static partial class CampaignDecider
{
    static Decision Draft(LivestreamCampaign state, DraftCampaign command) => state switch
    {
        LivestreamCampaign.NotDrafted => RecordUnless(command, TermsRules.Broken(command.Terms), new CampaignDrafted(command.Campaign, command.Terms)),
        LivestreamCampaign.Draft draft when draft.Terms == command.Terms => Decision.AlreadySo,
        LivestreamCampaign.Draft or LivestreamCampaign.Published => Refuse(command, [CampaignRefusals.AlreadyDrafted.Of("campaign")]),
        _ => throw new UnreachableException(),
    };
}
