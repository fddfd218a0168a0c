using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>A LIVE plan as it is at this moment, with what the caller may do now.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Version">Its version, for <c>If-Match</c>.</param>
/// <param name="Merchant">Whose shop goes LIVE.</param>
/// <param name="Status">What has passed without a session is Completed, recorded or not (C49).</param>
/// <param name="Outcome">Held or Missed, once it is completed.</param>
/// <param name="Title">The title of the LIVE session.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Schedule">When.</param>
/// <param name="Products">The marketplace's ids of the featured products.</param>
/// <param name="PromotionTools">The ids of the attached promotion tools.</param>
/// <param name="IsPublished">Whether buyers can subscribe to its LIVE Event (PLAN-13).</param>
/// <param name="Subscribers">So many buyers have subscribed: whom a deletion affects (C48).</param>
/// <param name="Session">Its session, once that has started.</param>
/// <param name="Preparation">Equipment, estimated sales, run sheet and reference cards.</param>
/// <param name="RescheduledFrom">The deleted plan whose place it takes (BEY-12).</param>
/// <param name="RescheduledTo">The plan that takes its place.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="OverAt">When its session ended, its time passed without one, or it was deleted.</param>
/// <param name="AvailableOn">Where people find this page (C45).</param>
/// <param name="Actions">What the caller may do now.</param>
sealed record PlanView(
    LivePlanId Id,
    long Version,
    MerchantId Merchant,
    LivePlanStatus Status,
    PlanOutcome? Outcome,
    PersonalText Title,
    PersonalText Description,
    ScheduleView Schedule,
    IReadOnlyList<string> Products,
    IReadOnlyList<string> PromotionTools,
    bool IsPublished,
    int Subscribers,
    PlanSessionView? Session,
    PreparationView Preparation,
    LivePlanId? RescheduledFrom,
    LivePlanId? RescheduledTo,
    Moment CreatedAt,
    Moment? OverAt,
    IReadOnlyList<Surface> AvailableOn,
    IReadOnlyDictionary<string, ActionAnswer> Actions)
{
    internal static PlanView Of(LivePlanRecord row, PlannedLive live, int subscribers, Moment now, IEnumerable<ActionVerdict> actions) => new(
        row.Id, row.Version, row.Merchant, row.StatusAt(now), row.OutcomeAt(now), live.Creation.Title, live.Creation.Description, ScheduleView.Of(row.Schedule),
        live.Products, live.PromotionTools, row.IsPublished, subscribers, PlanSessionView.Of(row),
        new(live.Preparation.Technical, live.Preparation.Estimates, live.Preparation.RunSheet, live.Preparation.Cards),
        row.RescheduledFrom, row.RescheduledTo, row.CreatedAt, row.OverAtBy(now), [Surface.SellerCenterPc], ActionAnswer.Of(actions));
}

/// <summary>When a LIVE is planned: as it was written on the shop's clock, and the instants that follow (C53).</summary>
/// <param name="Date">The date on the shop's clock.</param>
/// <param name="Time">Hours and minutes on the shop's clock.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="Zone">The shop's time zone at the creation.</param>
/// <param name="Rule">How the local time became the instant, where a clock change skips or repeats it.</param>
/// <param name="LocalStart">What the shop's clock shows at the start: another than what was written where that was skipped.</param>
/// <param name="StartsAt">The start.</param>
/// <param name="EndsAt">The first moment after it.</param>
sealed record ScheduleView(string Date, string Time, int Minutes, ZoneId Zone, LocalTimeRule Rule, string LocalStart, Moment StartsAt, Moment EndsAt)
{
    internal static ScheduleView Of(LiveSchedule it) => new(
        it.Date, it.Time, it.Minutes, it.Zone, it.Rule, NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(it.LocalStart), it.Start, it.End);
}

/// <summary>The session of a plan.</summary>
/// <param name="Id">The session.</param>
/// <param name="StartedAt">When it started; late or not, there is no penalty (PLAN-16).</param>
sealed record PlanSessionView(LiveSessionId Id, Moment StartedAt)
{
    internal static PlanSessionView? Of(LivePlanRecord row) => row is { Session: { } session, SessionStartedAt: { } at } ? new(session, at) : null;
}

/// <summary>How far a LIVE is prepared.</summary>
/// <param name="TechnicalCheck">The equipment, as it was tried last (TECH-02..04).</param>
/// <param name="SalesEstimates">The units that shall be sold (PRE-07).</param>
/// <param name="RunSheet">Every segment in its order (PRE-01).</param>
/// <param name="ReferenceCards">Talking points (PRE-06).</param>
sealed record PreparationView(TechnicalCheck? TechnicalCheck, IReadOnlyList<ProjectedUnits> SalesEstimates, IReadOnlyList<RunSheetSegment> RunSheet, IReadOnlyList<ReferenceCard> ReferenceCards);

/// <summary>A line of the lists of plans (PLAN-18); what it does not say is in the plan itself.</summary>
sealed record PlanLineView(
    LivePlanId Id,
    long Version,
    LivePlanStatus Status,
    PlanOutcome? Outcome,
    PersonalText Title,
    ScheduleView Schedule,
    int Products,
    int PromotionTools,
    bool IsPublished,
    PlanSessionView? Session,
    LivePlanId? RescheduledFrom,
    Moment CreatedAt,
    Moment? OverAt)
{
    internal static PlanLineView Of(LivePlanRecord row, Moment now) => new(
        row.Id, row.Version, row.StatusAt(now), row.OutcomeAt(now), row.Title, ScheduleView.Of(row.Schedule), row.ProductCount, row.ToolCount, row.IsPublished, PlanSessionView.Of(row),
        row.RescheduledFrom, row.CreatedAt, row.OverAtBy(now));
}
