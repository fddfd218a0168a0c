using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Revokes an invitation, so that it opens nothing any more (CAMP-06).</summary>
public sealed record RevokeInvitation(CampaignId Campaign, InvitationId Invitation) : ICampaignCommand;
