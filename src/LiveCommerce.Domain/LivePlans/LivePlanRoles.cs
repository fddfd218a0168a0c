using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.LivePlans;

/// <summary>Who may ask for what about LIVE plans: sellers plan their own, administrators plan for them, the host records what sessions and clocks bring about.</summary>
public static class LivePlanRoles
{
    /// <summary>A line for each command about a plan.</summary>
    public static CommandRoles Plans { get; } = CommandRoles.None
        .Let<CreateLivePlan>(Merchant, OpsAdmin)
        .Let<ChangeFeaturedProducts>(Merchant, OpsAdmin)
        .Let<ChangePromotionTools>(Merchant, OpsAdmin)
        .Let<ChangeEventDetails>(Merchant, OpsAdmin)
        .Let<RecordTechnicalCheck>(Merchant, OpsAdmin)
        .Let<EstimateSales>(Merchant, OpsAdmin)
        .Let<WriteRunSheet>(Merchant, OpsAdmin)
        .Let<WriteReferenceCard>(Merchant, OpsAdmin)
        .Let<RescheduleLivePlan>(Merchant, OpsAdmin)
        .Let<DeleteLivePlan>(Merchant, OpsAdmin)
        .Let<CompleteLivePlan>(ActorRole.System);
}
