using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using static LiveCommerce.Host.Pages.PageResults;

namespace LiveCommerce.Host.Pages;

/// <summary>The page of one thing's history: how it stood, at any place that is asked for.</summary>
static class TimelineRoutes
{
    internal static void MapTimeline(this IEndpointRouteBuilder pages, TimelineKind kind) => pages.MapGet($"{kind.Path}/{{id}}", (
        HttpContext context, string id, PageSetup setup, Replays replays, States states, ReadinessQueries readiness, TimeProvider clock, CancellationToken cancellation, string? version = null, string? effectiveAt = null, string? recordedAt = null) =>
        Timeline(kind, context, id, setup, replays, states, readiness, clock, (version, effectiveAt, recordedAt), cancellation));

    static async Task<IResult> Timeline(
        TimelineKind kind, HttpContext context, string id, PageSetup setup, Replays replays, States states, ReadinessQueries readiness, TimeProvider clock,
        (string? Version, string? EffectiveAt, string? RecordedAt) asked, CancellationToken cancellation)
    {
        if (context.Features.Get<Actor>() is not { } actor)
            return Notice(context, setup, null, DoorProblems.SignInRequired.Status, "Sign in to read a history", kind.Whose);
        var caller = new Caller(actor, null);
        var now = new AsOf.Instant(clock.Now());
        if (!TypeId.TryParse(kind.Prefix, id, out _) || await Try(replays.Of(id, now, caller, cancellation)) is not ({ } present, _))
            return Notice(context, setup, actor, DoorProblems.NotFound.Status, $"There is no such {kind.Thing}", DoorProblems.NotFound.Message);
        var (asOf, problem) = Place(asked.Version, asked.EffectiveAt, asked.RecordedAt, now);
        var (shown, missed) = problem is null ? await Try(replays.Of(id, asOf, caller, cancellation)) : (null, problem);
        var campaign = await states.NameOfCampaign(present, cancellation);
        var place = shown is null ? now : asOf;
        var ready = await ReadinessOf(present, place, readiness, cancellation);
        return Page<Timeline>(context, new { Model = new TimelineModel(setup, actor, kind, present, shown ?? present, place, campaign, missed?.Message, ready) }, missed?.Status ?? 200);
    }

    static async Task<ReadinessChecklist?> ReadinessOf(Standing of, AsOf at, ReadinessQueries readiness, CancellationToken cancellation) =>
        of.State is not LivePlan.Created { Live.Creation.Plan: var plan } || at is not AsOf.Instant instant ? null
        : (instant is { EffectiveAt: null, RecordedAt: null } ? await readiness.Now(plan, instant.Now, cancellation) : await readiness.AsOf(plan, instant, cancellation))?.Checklist;

    // a form sends what was left empty as empty text
    static (AsOf AsOf, ProblemKind? Problem) Place(string? version, string? effectiveAt, string? recordedAt, AsOf.Instant now)
    {
        try
        {
            return (AsOfRequest.Read(Filled(version), Filled(effectiveAt), Filled(recordedAt), now.Now), null);
        }
        catch (RequestRefusedException refused)
        {
            return (now, refused.Kind == DoorProblems.Malformed ? DoorProblems.Malformed with { Message = "That is no version and no instant in UTC, such as 2026-11-21T20:00:00Z." } : refused.Kind);
        }
    }

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static async Task<(Standing? Standing, ProblemKind? Problem)> Try(Task<Standing> replay)
    {
        try
        {
            return (await replay, null);
        }
        catch (RequestRefusedException refused)
        {
            return (null, refused.Kind);
        }
    }
}
