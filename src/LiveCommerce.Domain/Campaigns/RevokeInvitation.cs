using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Revokes an invitation, so that it opens nothing any more (CAMP-06).</summary>
public sealed record RevokeInvitation(CampaignId Campaign, InvitationId Invitation) : ICampaignCommand;

public static partial class CampaignDecider
{
    static Decision Revoke(LivestreamCampaign.Published campaign, RevokeInvitation command) =>
        campaign.Invitations.FirstOrDefault(invitation => invitation.Id == command.Invitation) is not { } known ? Decision.NotVisible
        : known.IsRevoked ? Decision.AlreadySo
        : Record(command, new InvitationRevoked(known.Id));
}
