using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Gives a draft other terms.</summary>
public sealed record ChangeCampaign(CampaignId Campaign, CampaignTerms Terms) : ICampaignCommand;
