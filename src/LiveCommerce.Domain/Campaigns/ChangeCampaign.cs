using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Gives a draft other terms.</summary>
public sealed record ChangeCampaign(CampaignId Campaign, CampaignTerms Terms) : ICampaignCommand;

public static partial class CampaignDecider
{
    static Decision Change(LivestreamCampaign state, ChangeCampaign command) => state switch
    {
        LivestreamCampaign.NotDrafted => Decision.NotVisible,
        LivestreamCampaign.Draft draft when draft.Terms == command.Terms => Decision.AlreadySo,
        LivestreamCampaign.Draft => RecordUnless(command, TermsRules.Broken(command.Terms), new CampaignChanged(command.Terms)),
        LivestreamCampaign.Published => Refuse(command, [CampaignRefusals.NotDraft.Of(), .. TermsRules.Broken(command.Terms)]),
        _ => throw new UnreachableException(),
    };
}
