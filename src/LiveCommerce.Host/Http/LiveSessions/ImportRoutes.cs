using System.Reflection;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Host.Import;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>Documents in the shape of TikTok Shop's analytics API (BEY-24).</summary>
static class ImportRoutes
{
    internal static void MapImports(this IEndpointRouteBuilder sessions)
    {
        Describe(sessions.MapPost("/import", List).For<StartLiveSession>(), "importSessions",
            "Import a list of sessions as TikTok Shop's analytics API gives it (raw JSON, up to 4 MiB): each is started and ended; operators name the merchant (BEY-24)");
        Describe(sessions.MapPost("/{session}/import", One).For<RecordMinuteFigures>(), "importFigures",
            "Import a session's minutes or its products as TikTok Shop's analytics API gives them (raw JSON, up to 4 MiB), all or none (BEY-24)");
    }

    static void Describe(RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary).Produces<ImportAnswer>();

    static async Task<IResult> List(AskedDocument asked, Caller caller, SessionImport import, TimeProvider clock, CancellationToken cancellation, string? merchant = null)
    {
        var shop = caller.ShopOf(merchant);
        return Result(await import.Run(asked.Document, shop, asked.Of(Party.Of(shop)), clock.Now(), cancellation));
    }

    static async Task<IResult> One(PathId<LiveSessionId> session, AskedDocument asked, Caller caller, SessionImport import, States states, CancellationToken cancellation)
    {
        var row = await states.See(session.Value, caller, cancellation);
        return Result(await import.Run(asked.Document, row, asked.Of(row.Begin.Party)));
    }

    static IResult Result(Imported imported) =>
        imported.Problem is { } problem ? new ProblemResult(problem, imported.RetryAfter) : new RecordResult<ImportAnswer>(imported.Answer ?? throw new InvalidOperationException("An import ended with nothing."));
}

/// <summary>A document as it was sent: a raw body, bounded, for it may hold numbers that no body of ours does.</summary>
sealed record AskedDocument(LiveDocument Document, Actor Actor, string Key, string Digest, bool DryRun) : IEndpointParameterMetadataProvider
{
    internal const int Largest = 4 * 1024 * 1024;

    public static async ValueTask<AskedDocument> BindAsync(HttpContext context, ParameterInfo _)
    {
        var request = context.Request;
        var actor = SignedIn.Actor(context);
        var dryRun = RequestHeaders.DryRun(request.Query);
        var key = dryRun ? "dry-run" : RequestHeaders.Key(request.Headers);
        if (RequestHeaders.IfMatch(request.Headers) is not null) throw new RequestRefusedException(DoorProblems.Malformed, "If-Match"); // a document has no version
        if (request.ContentLength > Largest) throw new RequestRefusedException(DoorProblems.TooLarge);
        if (!request.HasJsonContentType()) throw new RequestRefusedException(DoorProblems.MediaType);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest) throw new RequestRefusedException(DoorProblems.TooLarge);
        }
        var sent = bytes.ToArray();
        return new(LiveDocument.Read(sent), actor, key, DigestOf(sent), dryRun);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(Stream)));
        builder.Metadata.Add(WriteHeaders.Marker);
    }

    internal static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    internal ImportRequest Of(Party party) => new(Actor, Key, Digest, DryRun, party);
}
