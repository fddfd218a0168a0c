using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.Campaigns;

/// <summary>Who may ask for what about campaigns and invitations: the platform's administrators alone.</summary>
public static class CampaignRoles
{
    /// <summary>A line for each command.</summary>
    public static CommandRoles Table { get; } = CommandRoles.None
        .Let<DraftCampaign>(OpsAdmin)
        .Let<ChangeCampaign>(OpsAdmin)
        .Let<PublishCampaign>(OpsAdmin)
        .Let<ExtendCampaign>(OpsAdmin)
        .Let<EndCampaign>(OpsAdmin)
        .Let<IssueInvitation>(OpsAdmin)
        .Let<RevokeInvitation>(OpsAdmin);
}
