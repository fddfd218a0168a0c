using System.Reflection;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveCommerce.Host.Http.Images;

/// <summary>An image as it was sent: a raw body, read up to the limit and no further.</summary>
/// <param name="Bytes">The body; null where it goes beyond the limit.</param>
/// <param name="MediaType">What the header says that it is; null where it says nothing of use.</param>
/// <param name="Actor">Who sends it.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="IfMatch">The version that the image must have.</param>
/// <param name="DryRun">Whether it is only tried: looked at, and neither kept nor recorded (BEY-01).</param>
sealed record AskedImage(ReadOnlyMemory<byte>? Bytes, string? MediaType, Actor Actor, string Key, long? IfMatch, bool DryRun) : IEndpointParameterMetadataProvider
{
    /// <summary>Whatever the header says, the bytes decide: the framework must not refuse it first.</summary>
    internal const string AnyType = "*/*";

    public static async ValueTask<AskedImage> BindAsync(HttpContext context, ParameterInfo _)
    {
        var headers = context.Request.Headers;
        var actor = SignedIn.Actor(context);
        var dryRun = RequestHeaders.DryRun(context.Request.Query);
        var key = dryRun ? $"dry-run/{Guid.NewGuid():N}" : RequestHeaders.Key(headers);
        var version = RequestHeaders.IfMatch(headers);
        return new(await RequestBytes.Read(context.Request, ImagePolicy.MaxBytes), MediaTypeOf(context.Request.ContentType), actor, key, version, dryRun);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([.. ImagePolicy.MediaTypes, AnyType], typeof(Stream)));
        builder.Metadata.Add(WriteHeaders.Marker);
    }

    /// <summary>The command with all that its receipt needs.</summary>
    internal CommandEnvelope With(PutImage command) => new(command, Actor, Key)
    {
        RequestDigest = Digest.Of($"image {command.Party} {command.Facts.ContentHash}"),
        IfMatch = IfMatch,
        DryRun = DryRun,
        Channel = Actor.Channel,
        OnBehalfOf = Actor.Party == command.Party ? null : command.Party,
    };

    // jpg is what many call it, and an octet stream is anything
    static string? MediaTypeOf(string? header) => header?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        null or "" or "application/octet-stream" => null,
        "image/jpg" => "image/jpeg",
        var type => type,
    };
}
