using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.LiveSessions;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>Teasers: made, listed, read and downloaded.</summary>
static class TeaserRoutes
{
    internal const string Path = "/v1/teasers";

    internal static void MapTeasers(this IEndpointRouteBuilder api)
    {
        var teasers = api.MapGroup("/teasers").WithTags("Teasers");
        teasers.MapPost("/from-highlight", MakeHighlight).For<MakeHighlightTeaser>().Writes("makeHighlightTeaser", "Make a teaser of a previous LIVE's peak for an upcoming plan; its video is prepared beside the request (TSR-01..05)", begins: true);
        teasers.MapPost("/from-upload", MakeUploaded).For<MakeUploadedTeaser>().Writes("makeUploadedTeaser", "Make a teaser of an uploaded video, with a plan or without one; its video is prepared beside the request (TSR-01, TSR-08)", begins: true);
        teasers.MapGet("/", List).For(Readers).Reads<Page<TeaserLineView>>("listTeasers", "A shop's teasers, the last begun first, of one status or plan if asked; deleted ones alone if asked (TSR-22)");
        teasers.MapGet("/performance", Perform).For(Readers).Reads<TeaserPerformance>("readTeaserPerformance", "Teasers posted in the last 7 days and what they brought, with how fresh that is (TSR-17..21)");
        teasers.MapGet("/{teaser}", Read).For(Readers).Reads<TeaserView>("readTeaser", "One teaser, with the advice and with what you may do now (TSR-12, TSR-13)");
        teasers.MapGet("/{teaser}/video", Video).For(Readers).WithName("downloadTeaser").WithSummary("The prepared video, to be saved (TSR-15)").Produces<Stream>(200, "video/mp4");
        teasers.MapGet("/{teaser}/cover", Cover).For(Readers).WithName("downloadTeaserCover").WithSummary("The cover, or another of the eight frames").Produces<Stream>(200, "image/jpeg");
        teasers.MapTeaserChanges();
        api.MapGet("/sessions/{session}/highlights", Highlights).For(Readers).WithTags("Teasers").Reads<HighlightsView>("listHighlights", "The minutes of a LIVE to cut a teaser around, of highest GMV and engagement first (TSR-02)");
    }

    static ActorRole[] Readers { get; } = [ActorRole.Merchant, ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor];

    static async Task<IResult> MakeHighlight(Asked<MakeHighlightRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (id, shop) = (NewId.Of<TeaserId>(), await states.ShopOf(asked.Body.Footage, asked.Actor, cancellation));
        return await door.Send(asked.For(shop, new MakeHighlightTeaser(id, asked.Body.Footage, asked.Body.Peak, asked.Body.Plan)), id, new(Path, Begun: nameof(MakeHighlightTeaser.Teaser)));
    }

    static async Task<IResult> MakeUploaded(Asked<MakeUploadedRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (id, shop) = (NewId.Of<TeaserId>(), await states.ShopOf(asked.Body.Footage, asked.Actor, cancellation));
        return await door.Send(asked.For(shop, new MakeUploadedTeaser(id, asked.Body.Footage, asked.Body.FromMilliseconds, asked.Body.Plan)), id, new(Path, Begun: nameof(MakeUploadedTeaser.Teaser)));
    }

    static async Task<IResult> List(
        Caller caller, TeaserQueries teasers, TimeProvider clock, CancellationToken cancellation, string? merchant = null, string? status = null, string? plan = null, string? cursor = null, int? limit = null)
    {
        var (now, page) = (clock.Now(), PageRequest.Of(cursor, limit));
        var found = await teasers.Of(caller.ShopOf(merchant), StatusOf(status), PlanOf(plan), page.Place(), page.Limit, cancellation);
        return new RecordResult<Page<TeaserLineView>>(new([.. found.Items.Select(row => TeaserLineView.Of(row, now))], found.Next.ToCursor()));
    }

    static async Task<IResult> Perform(Caller caller, TeaserQueries teasers, TimeProvider clock, CancellationToken cancellation, string? merchant = null)
    {
        var now = clock.Now();
        return new RecordResult<TeaserPerformance>(TeaserPerformance.Of(await teasers.PostedBefore(caller.ShopOf(merchant), now, cancellation), now));
    }

    static async Task<IResult> Read(PathId<TeaserId> teaser, Caller caller, States states, OutboxQueries outbox, TimeProvider clock, CancellationToken cancellation)
    {
        var at = await states.See(teaser.Value, caller, cancellation);
        return new RecordResult<TeaserView>(TeaserView.Of(at, await outbox.OfTeaser(teaser.Value, null, 100, cancellation), new(clock.Now(), caller.Actor)), at.Row.Version);
    }

    internal static async Task<IResult> Video(PathId<TeaserId> teaser, Caller caller, States states, Studio studio, HttpContext http, CancellationToken cancellation)
    {
        var row = (await states.See(teaser.Value, caller, cancellation)).Row;
        return Sent(http, row.Video is null ? null : studio.Folder.Video(row.Id, row.Rendition), "video/mp4", $"{row.Id}.mp4");
    }

    internal static async Task<IResult> Cover(PathId<TeaserId> teaser, Caller caller, States states, Studio studio, HttpContext http, CancellationToken cancellation, int? frame = null)
    {
        var row = (await states.See(teaser.Value, caller, cancellation)).Row;
        var cover = frame is null or (>= 0 and < TeaserDecider.Covers) ? frame ?? row.Cover ?? 0 : throw new RequestRefusedException(DoorProblems.Malformed, nameof(frame));
        return Sent(http, row.Video is null ? null : studio.Folder.Cover(row.Id, row.Rendition, cover), "image/jpeg", $"{row.Id}-{Numeral.Of(cover)}.jpg");
    }

    static IResult Sent(HttpContext http, string? file, string type, string name)
    {
        if (file is null || !File.Exists(file)) throw new RequestRefusedException(DoorProblems.NotFound);
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(file, type, name, File.GetLastWriteTimeUtc(file), enableRangeProcessing: true);
    }

    static async Task<IResult> Highlights(PathId<LiveSessionId> session, Caller caller, States states, CancellationToken cancellation)
    {
        await states.See(session.Value, caller, cancellation);
        var figures = SessionFigures.Of((await states.FactsOf(session.Value, cancellation)).KnownAt(null));
        return new RecordResult<HighlightsView>(new(session.Value, figures is null ? [] : HighlightCandidates.Of(figures)));
    }

    static TeaserStatus? StatusOf(string? text) =>
        text is null ? null : Enum.TryParse<TeaserStatus>(text, out var status) && Enum.IsDefined(status) && !char.IsAsciiDigit(text[0]) ? status : throw new RequestRefusedException(DoorProblems.Malformed, "status");

    internal static LivePlanId? PlanOf(string? text) => text is null ? null : TypeId.TryParse<LivePlanId>(text, out var plan) ? plan : throw new RequestRefusedException(DoorProblems.Malformed, "plan");
}

/// <summary>What of a previous LIVE could become a teaser; none where there is nothing to cut around, and an upload is the way (TSR-02).</summary>
/// <param name="Session">The session.</param>
/// <param name="Candidates">At most five, the best first.</param>
sealed record HighlightsView(LiveSessionId Session, IReadOnlyList<HighlightCandidate> Candidates);
