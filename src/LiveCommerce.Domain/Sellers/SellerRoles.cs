using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.Sellers;

/// <summary>Who may ask for what about merchants and their accounts: the platform's administrators alone.</summary>
public static class SellerRoles
{
    /// <summary>A line for each command about a merchant.</summary>
    public static CommandRoles Merchants { get; } = CommandRoles.None
        .Let<OnboardMerchant>(OpsAdmin)
        .Let<LinkOfficialAccount>(OpsAdmin)
        .Let<UnlinkOfficialAccount>(OpsAdmin)
        .Let<RecordViolation>(OpsAdmin)
        .Let<ResolveViolation>(OpsAdmin);

    /// <summary>A line for each command about an account.</summary>
    public static CommandRoles Accounts { get; } = CommandRoles.None
        .Let<AddTikTokAccount>(OpsAdmin);
}
