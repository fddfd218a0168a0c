using System.Diagnostics;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Store;
using Microsoft.Net.Http.Headers;

namespace LiveCommerce.Host.Http.Images;

/// <summary>Images of parties: put first, then named in a form by their content hash.</summary>
static class ImageRoutes
{
    internal const string Path = "/v1/images";

    internal static void MapImages(this IEndpointRouteBuilder api)
    {
        var images = api.MapGroup("/images").WithTags("Images");
        images.MapPost("/", Put).For(ActorRole.Merchant, ActorRole.Creator, ActorRole.OpsReviewer, ActorRole.OpsAdmin)
            .WithName("putImage").WithSummary("Put an image (png or jpeg, raw body), kept for 7 days unless a registration uses it; operators name the party (REG-09, REG-10)")
            .Produces<ImageAnswer>(201).Produces<ImageAnswer>();
        images.MapGet("/{contentHash}", Read)
            .WithName("readImage").WithSummary("The bytes of an image of yours; operators and auditors name the party")
            .Produces<Stream>(200, ImagePolicy.MediaTypes[0], [.. ImagePolicy.MediaTypes.Skip(1)]);
    }

    static async Task<IResult> Put(AskedImage asked, Caller caller, ImageUploads uploads, CommandDoor door, CancellationToken cancellation, string? party = null)
    {
        var owner = OwnerOf(party, caller);
        if (asked.Bytes is not { } bytes) return Refuse(ImageRefusals.TooLarge.Of());
        return ImageInspection.Of(bytes.Span) switch
        {
            ImageInspection.Refused { Why: var why } => Refuse(why),
            ImageInspection.Usable { Facts: var facts } when asked.MediaType is { } said && said != facts.MediaType =>
                Refuse(ImageRefusals.Contradiction.Of("Content-Type", ("found", facts.MediaType))),
            ImageInspection.Usable { Facts: var facts } => await Keep(asked.With(PutImage.For(owner, facts)), owner, facts, bytes, uploads, door, cancellation),
            _ => throw new UnreachableException(),
        };
    }

    static async Task<IResult> Keep(
        CommandEnvelope envelope, Party owner, ImageFacts facts, ReadOnlyMemory<byte> bytes, ImageUploads uploads, CommandDoor door, CancellationToken cancellation)
    {
        if (!envelope.DryRun) await uploads.Stage(envelope.CommandId, facts.ContentHash, bytes, cancellation);
        return await door.Send(envelope, async result =>
        {
            // what may yet be put must stay: under the same key by another request, or by an append that was not heard of
            var isOpen = result.Status is CommandStatus.InProgress or CommandStatus.OutcomeUnknown;
            if (!isOpen && !envelope.DryRun && !ImageAnswer.IsNew(result.Receipt)) await uploads.Discard(envelope.CommandId, facts.ContentHash, CancellationToken.None);
        }, receipt => new PutImageResult(ImageAnswer.Of(receipt, owner, facts, envelope.DryRun), ImageAnswer.IsNew(receipt)));
    }

    static async Task<IResult> Read(
        string contentHash, HttpContext http, Caller caller, States states, ImageUploads uploads, CancellationToken cancellation, string? party = null)
    {
        var hash = TextRules.ContentHash(contentHash, nameof(contentHash)) ?? "";
        var owner = OwnerOf(party, caller);
        var state = await states.Ask(reads => reads.Of(PartyImage.At(owner, hash)), cancellation);
        if (state is not PartyImage.Present { Facts: var facts } || await uploads.Read(PartyImage.IdOf(owner, hash), cancellation) is not { } bytes)
            throw new RequestRefusedException(DoorProblems.NotFound);
        var headers = http.Response.Headers;
        headers.CacheControl = "private, max-age=3600";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox"; // whatever it may be besides a picture, nothing of it runs here
        return Results.Bytes(bytes, facts.MediaType, $"{hash}.{facts.MediaType["image/".Length..]}", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    static ProblemResult Refuse(Refusal why) => new(Problem.Of(why));

    /// <summary>Whose image it is: a party's own; operators and auditors say whose.</summary>
    static Party OwnerOf(string? text, Caller caller) =>
        text is null ? caller.Actor.Party ?? throw new RequestRefusedException(DoorProblems.Malformed, "party")
        : !PartyText.TryParse(text, out var party) ? throw new RequestRefusedException(DoorProblems.Malformed, "party")
        : caller.SeesAll || party == caller.Actor.Party ? party
        : throw new RequestRefusedException(DoorProblems.NotFound);
}
