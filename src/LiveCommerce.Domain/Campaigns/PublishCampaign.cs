using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Publishes a draft; its terms do not change any more.</summary>
public sealed record PublishCampaign(CampaignId Campaign) : ICampaignCommand;
