using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Catalogue;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>What leads up to a LIVE, by time.</summary>
static class TimelineRoutes
{
    internal static void MapTimeline(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{plan}/timeline", Read).For(CatalogueSight.Readers).WithTags("LIVE plans")
            .Reads<TimelineView>("readPlanTimeline", "Teasers, promotional videos and the LIVE of a plan in one list by time, with what is late and what was missed; teasers posted elsewhere count (BEY-14)");

    static async Task<IResult> Read(
        PathId<LivePlanId> plan, Caller caller, States states, TeaserQueries teasers, OutsideVideoQueries outside, TimeProvider clock, CancellationToken cancellation)
    {
        var (row, now) = ((await states.See(plan.Value, caller, cancellation)).Row, clock.Now());
        var posted = (await teasers.PostedFor(plan.Value, cancellation)).Concat(await outside.PostedFor(plan.Value, PromotionKind.Teaser, cancellation)).ToArray();
        var videos = await outside.PostedFor(plan.Value, PromotionKind.PromotionalVideo, cancellation);
        return new RecordResult<TimelineView>(new(plan.Value, now, PromotionTimeline.Of(row, posted, videos, now)));
    }
}

/// <summary>A plan's promotion timeline (BEY-14).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="JudgedAt">The moment that says what is late.</param>
/// <param name="Items">What is to be done, the earliest first.</param>
sealed record TimelineView(LivePlanId Plan, Moment JudgedAt, ValueList<TimelineItem> Items);
