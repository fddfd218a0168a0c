using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.LivePlans;

/// <summary>What is open to somebody on a plan now, found by asking the decider: what a page makes clickable, from one truth.</summary>
public static class LivePlanActions
{
    /// <summary>The actions of the actor's role; nothing for who plans no LIVEs.</summary>
    public static ValueList<ActionVerdict> Of(LivePlan.Created plan, DecisionContext context)
    {
        var known = new LivePlanContext(context.Now, context.Actor) { NewPlan = new LivePlan.NotCreated() };
        return Candidates(plan.Live, context.Now)
            .Where(candidate => LivePlanRoles.Plans.Of(candidate.Command.GetType()).Contains(context.Actor.Role))
            .Select(candidate => ActionVerdict.Of(candidate.Action, LivePlanDecider.Decide(plan, candidate.Command, known))).ToValueList();
    }

    // each candidate would change something, so that none is answered "already so"
    static IEnumerable<(string Action, ILivePlanCommand Command)> Candidates(PlannedLive live, Moment now)
    {
        var (id, first, schedule) = (live.Creation.Plan, live.Products[0], Another(live.Creation.Schedule, now));
        return
        [
            ("changeProducts", new ChangeFeaturedProducts(id, live.Products is ["another"] ? ["other"] : ["another"])),
            ("changePromotionTools", new ChangePromotionTools(id, live.PromotionTools.Count > 0 ? [] : ["another"])),
            ("changeSchedule", new ChangeEventDetails(id, schedule, null, null)),
            ("changeDetails", new ChangeEventDetails(id, null, PersonalText.Placeholder, PersonalText.Placeholder)),
            ("recordTechnicalCheck", new RecordTechnicalCheck(id, new(live.Preparation.Technical?.UploadKbps == 0 ? 1 : 0, false, null, null))),
            ("estimateSales", new EstimateSales(id, [new(first, live.Preparation.Estimates is [{ Units: 0 }] ? 1 : 0)])),
            ("writeRunSheet", new WriteRunSheet(id, [new(SegmentKind.Interaction, 1, null, PersonalText.Placeholder)])),
            ("writeReferenceCard", new WriteReferenceCard(id, new(first, [PersonalText.Placeholder]))),
            ("reschedule", new RescheduleLivePlan(id, LivePlanId.From(DerivedId.Of(id.Value, "reschedule")), schedule, 0)),
            ("delete", new DeleteLivePlan(id, 0)),
        ];
    }

    // a day that is to come whatever the zone, and another length than the present one
    static WantedSchedule Another(LiveSchedule present, Moment now) =>
        new(LocalDatePattern.Iso.Format(now.Instant.InZone(present.Zone.Rules).Date.PlusDays(2)), "12:00", present.Minutes == 1 ? 2 : present.Minutes - 1);
}
