using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Records what was found when the equipment was tried (TECH-02..04); too little is advice and never a refusal.</summary>
public sealed record RecordTechnicalCheck(LivePlanId Plan, TechnicalCheck Check) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Try(LivePlan.Active plan, RecordTechnicalCheck command) =>
        command.Check is { UploadKbps: < 0 } or { BackupCharge: < 0 or > 100 } or { ResumeSeconds: < 0 } ? Decision.Refuse(LivePlan.At(command.Plan), [PreparationRefusals.TechnicalInvalid.Of("check")])
        : plan.Live.Preparation.Technical == command.Check ? Decision.AlreadySo
        : Decision.Record(LivePlan.At(command.Plan), new TechnicalCheckRecorded(command.Check));
}
