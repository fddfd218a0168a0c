using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Publishes a draft; its terms do not change any more.</summary>
public sealed record PublishCampaign(CampaignId Campaign) : ICampaignCommand;

public static partial class CampaignDecider
{
    static Decision Publish(LivestreamCampaign state, PublishCampaign command, DecisionContext context) => state switch
    {
        LivestreamCampaign.NotDrafted => Decision.NotVisible,
        LivestreamCampaign.Draft draft when context.Now >= draft.Terms.Period.End => Refuse(command, [CampaignRefusals.Ended.Of("period")]),
        LivestreamCampaign.Draft => Record(command, new CampaignPublished()),
        LivestreamCampaign.Published => Decision.AlreadySo,
        _ => throw new UnreachableException(),
    };
}
