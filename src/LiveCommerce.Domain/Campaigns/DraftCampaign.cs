using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Drafts a campaign; the platform alone sees it.</summary>
public sealed record DraftCampaign(CampaignId Campaign, CampaignTerms Terms) : ICampaignCommand;
