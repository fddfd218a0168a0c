using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>A command about a campaign.</summary>
public interface ICampaignCommand : ICommand
{
    /// <summary>The campaign it is about.</summary>
    CampaignId Campaign { get; }

    StreamRef ICommand.Target => LivestreamCampaign.At(Campaign);
}
