using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Ends a campaign before its time, with a reason.</summary>
public sealed record EndCampaign(CampaignId Campaign, PersonalText Reason) : ICampaignCommand;

public static partial class CampaignDecider
{
    static Decision End(LivestreamCampaign.Published campaign, EndCampaign command, DecisionContext context) =>
        campaign.EndedEarlyAt is not null ? Decision.AlreadySo
        : campaign.IsOver(context.Now) ? Refuse(command, [CampaignRefusals.Ended.Of()])
        : Record(command, new CampaignEnded(context.Now, command.Reason));
}
