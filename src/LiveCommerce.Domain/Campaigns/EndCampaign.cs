using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Ends a campaign before its time, with a reason.</summary>
public sealed record EndCampaign(CampaignId Campaign, PersonalText Reason) : ICampaignCommand;
