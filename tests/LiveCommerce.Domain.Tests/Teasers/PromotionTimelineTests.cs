using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using static LiveCommerce.Teasers.TimelineState;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Teasers;

public sealed class PromotionTimelineTests
{
    [Fact, Rule("BEY-14"), Rule("C5"), Rule("PRE-03")]
    public void Both_cadences_and_the_LIVE_stand_in_one_list_by_time() =>
        Items([], [], Plans.Start.Plus(-60 * 72)).Select(item => ((Plans.Start - item.DueAt).TotalHours, item.Kind, item.State)).ShouldBe(
        [
            (48, TimelineKind.PromotionalVideo, Upcoming), (24, TimelineKind.Teaser, Upcoming), (24, TimelineKind.PromotionalVideo, Upcoming), (2, TimelineKind.PromotionalVideo, Upcoming),
            (1, TimelineKind.Teaser, Upcoming), (0, TimelineKind.Live, Upcoming),
        ]);

    [Theory, Rule("BEY-14")]
    [InlineData(-25, null, Upcoming)]
    [InlineData(-23, null, Late)]
    [InlineData(-11, null, Missed)]
    [InlineData(-11, -24, Done)]
    [InlineData(-11, -13, Done)]
    [InlineData(-11, -37, Missed)]
    public void A_teaser_is_late_while_it_still_counts_and_then_missed(int at, int? posted, TimelineState state) =>
        Items(posted is { } hours ? [Plans.Start.Plus(hours * 60)] : [], [], Plans.Start.Plus(at * 60)).First(item => item.Kind == TimelineKind.Teaser).State.ShouldBe(state);

    [Fact, Rule("BEY-14"), Rule("PLAN-16")]
    public void A_LIVE_is_late_until_its_scheduled_end_and_then_missed()
    {
        Live([], Plans.Start.Plus(1)).ShouldBe(Late);
        Live([], Plans.End).ShouldBe(Missed);
        Live([new LivePlanWentLive(Plans.Session, Plans.Start.Plus(30))], Plans.Start.Plus(31)).ShouldBe(Done);
        Live([new LivePlanWentLive(Plans.Session, Plans.Start), new LivePlanCompleted(PlanOutcome.Held, Plans.End)], Plans.End).ShouldBe(Done);
        Live([new LivePlanDeleted(0, null)], Plans.Start).ShouldBe(Cancelled);
    }

    [Fact, Rule("BEY-14")]
    public void Of_a_deleted_plan_what_was_done_stays_done() =>
        PromotionTimeline.Of(Row(new LivePlanDeleted(0, null)), [Plans.Start.Plus(-60 * 24)], [], Plans.Start).Select(item => item.State).ShouldBe([Cancelled, Done, Cancelled, Cancelled, Cancelled, Cancelled]);

    static ValueList<TimelineItem> Items(IReadOnlyCollection<Moment> teasers, IReadOnlyCollection<Moment> videos, Moment at) => PromotionTimeline.Of(Row(), teasers, videos, at);

    static TimelineState Live(IEvent[] then, Moment at) => PromotionTimeline.Of(Row(then), [], [], at).Single(item => item.Kind == TimelineKind.Live).State;

    static LivePlanRecord Row(params IEvent[] then) =>
        ((IEvent[])[Plans.Created, new LivePlanPublished(), .. then]).Select((body, index) => new Fact(Plans.Id.Value, index + 1, Now, body)).Aggregate((LivePlanRecord?)null, LivePlanRecord.Fold).ShouldNotBeNull();
}
