using System.Diagnostics;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Audit;

/// <summary>LIVE plans in plain words.</summary>
static class PlanWords
{
    internal static string Of(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Held => "held",
        PlanOutcome.Missed => "missed",
        _ => throw new UnreachableException(),
    };

    internal static string Of(TechnicalCheck check) =>
        $"tried the equipment: {check.UploadKbps} kbit/s up, {(check.HasSecondDevice ? "a second device" : "no second device")}, "
        + $"{(check.BackupCharge is { } charge ? $"a backup device at {charge} %" : "no backup device")}{(check.ResumeSeconds is { } seconds ? $", resumed in {seconds} s" : "")}";

    internal static string Of(LocalTimeRule rule) => rule switch
    {
        LocalTimeRule.AsWritten => "",
        LocalTimeRule.SkippedMovedForward => ", moved forward by what a clock change skips",
        LocalTimeRule.RepeatedFirstTaken => ", at the first of two times that a clock change repeats",
        _ => throw new UnreachableException(),
    };

    internal static string Of(LivePlan plan) => plan switch
    {
        LivePlan.NotCreated => "not created",
        LivePlan.Active { Session: not null } => "active, and its session is LIVE",
        LivePlan.Active => "active",
        LivePlan.Completed it => $"completed: it was {Of(it.Outcome)}",
        LivePlan.Deleted { RescheduledTo: { } next } => $"deleted, because it was rescheduled as {next}",
        LivePlan.Deleted => "deleted",
        _ => throw new UnreachableException(),
    };

    internal static string Otherwise(LivePlan plan) => plan switch
    {
        LivePlan.NotCreated => "What can change it: the seller plans it.",
        LivePlan.Active { Session: not null } => "What can change it: the end of its session.",
        LivePlan.Active => "What can change it: the seller reschedules or deletes it, its session starts, or its time passes without one.",
        LivePlan.Completed { Outcome: PlanOutcome.Held } => "Otherwise: while its session ran it was active.",
        LivePlan.Completed => "Otherwise: a session that started before its scheduled end would have kept it active.",
        LivePlan.Deleted => "Otherwise: without the deletion it would be active until its session ended or its time passed.",
        _ => throw new UnreachableException(),
    };
}
