using LiveCommerce.Host.Export;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>The histories of a whole campaign, for those who read everything.</summary>
static class ExportRoute
{
    internal static void MapExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/campaigns/{campaign}/export", Read).WithTags("Audit").For(ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor)
            .WithName("exportCampaign").WithSummary("The histories of a campaign's registrations up to one position of the log, as JSON Lines: header, facts, trailer with totals and digest")
            .Produces<Stream>(200, JsonLinesExport.MediaType);

    static async Task<IResult> Read(PathId<CampaignId> campaign, Caller caller, CampaignExport export, TimeProvider clock, CancellationToken cancellation, string? from = null, string? to = null)
    {
        var request = new ExportRequest(caller.Actor.UserId, caller.Actor.Role, clock.Now(), Instant(from, "from"), Instant(to, "to"));
        if (request.From >= request.To) throw new RequestRefusedException(DoorProblems.Malformed, "to");
        var header = await export.Begin(campaign.Value, request, cancellation) ?? throw new RequestRefusedException(DoorProblems.CampaignNotVisible);
        return new ExportResult(export, header);
    }

    static Moment? Instant(string? text, string field) =>
        text is null ? null : EdgeMomentConverter.TryParse(text, out var moment) ? moment : throw new RequestRefusedException(DoorProblems.Malformed, field);

    /// <summary>Written as it is read; one that breaks off has no trailer.</summary>
    sealed class ExportResult(CampaignExport export, ExportHeader header) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = JsonLinesExport.MediaType;
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentDisposition = $"attachment; filename=\"{header.Campaign}.jsonl\"";
            using var lines = new JsonLinesExport(response.Body);
            await export.Write(header, lines, httpContext.RequestAborted);
        }
    }
}
