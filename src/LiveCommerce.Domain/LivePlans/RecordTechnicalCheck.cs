using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Records what was found when the equipment was tried (TECH-02..04); too little is advice and never a refusal.</summary>
public sealed record RecordTechnicalCheck(LivePlanId Plan, TechnicalCheck Check) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    static Decision Try(LivePlan.Active plan, RecordTechnicalCheck command) =>
        BadCheck(command.Check).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : plan.Live.Preparation.Technical == command.Check ? Decision.AlreadySo
        : Decision.Record(LivePlan.At(command.Plan), new TechnicalCheckRecorded(command.Check));

    static IEnumerable<Refusal> BadCheck(TechnicalCheck check)
    {
        if (check.UploadKbps < 0) yield return PreparationRefusals.TechnicalInvalid.Of("uploadKbps");
        if (check.BackupCharge is < 0 or > 100) yield return PreparationRefusals.TechnicalInvalid.Of("backupCharge");
        if (check.ResumeSeconds < 0) yield return PreparationRefusals.TechnicalInvalid.Of("resumeSeconds");
    }
}
