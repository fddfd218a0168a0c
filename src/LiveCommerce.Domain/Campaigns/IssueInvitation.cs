using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Issues an invitation to a private campaign (CAMP-06); without merchants it is for whoever holds it.</summary>
public sealed record IssueInvitation(CampaignId Campaign, InvitationId Invitation, string TokenDigest, ValueList<MerchantId> Merchants) : ICampaignCommand;
