using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.Registrations;

/// <summary>Who may ask for what about registrations: parties submit and withdraw their own, the platform reviews (RREC-17), the host records what came due.</summary>
public static class RegistrationRoles
{
    /// <summary>A line for each command.</summary>
    public static CommandRoles Table { get; } = CommandRoles.None
        .Let<SubmitRegistration>(Merchant, Creator, OpsReviewer, OpsAdmin)
        .Let<DuplicateSeries>(Merchant, Creator, OpsReviewer, OpsAdmin)
        .Let<CancelRegistration>(Merchant, Creator)
        .Let<ApproveRegistration>(OpsReviewer, OpsAdmin)
        .Let<RejectRegistration>(OpsReviewer, OpsAdmin)
        .Let<RemoveRegistration>(OpsReviewer, OpsAdmin)
        .Let<AssessLevel>(OpsReviewer, OpsAdmin)
        .Let<ContactMerchant>(OpsReviewer, OpsAdmin)
        .Let<ModifyLivePeriod>(OpsReviewer, OpsAdmin)
        .Let<GroupProducts>(OpsReviewer, OpsAdmin)
        .Let<ExpireRegistration>(ActorRole.System);
}
