using System.Reflection;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>Footage as it is sent: a raw body that goes to disk as it comes, up to the limit and no further.</summary>
/// <param name="Body">The body, not read yet.</param>
/// <param name="Length">How long it says that it is.</param>
/// <param name="Actor">Who sends it.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="IfMatch">The version that the footage must have.</param>
/// <param name="DryRun">Whether it is only tried: probed, and neither kept nor recorded (BEY-01).</param>
sealed record AskedFootage(Stream Body, long? Length, Actor Actor, string Key, long? IfMatch, bool DryRun) : IEndpointParameterMetadataProvider
{
    public static ValueTask<AskedFootage> BindAsync(HttpContext context, ParameterInfo _)
    {
        var headers = context.Request.Headers;
        var actor = SignedIn.Actor(context);
        var dryRun = RequestHeaders.DryRun(context.Request.Query);
        var key = dryRun ? $"dry-run/{Guid.NewGuid():N}" : RequestHeaders.Key(headers);
        // one byte more than may be, so that the refusal is ours
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = FootagePolicy.MaxBytes + 1L;
        return ValueTask.FromResult(new AskedFootage(context.Request.Body, context.Request.ContentLength, actor, key, RequestHeaders.IfMatch(headers), dryRun));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["video/mp4", "video/webm", "video/quicktime", "*/*"], typeof(Stream)));
        builder.Metadata.Add(WriteHeaders.Marker);
    }

    internal Task<FootageUpload?> Receive(MediaFolder folder, CancellationToken cancellation) =>
        Length > FootagePolicy.MaxBytes ? Task.FromResult<FootageUpload?>(null) : FootageUpload.Receive(Body, folder, cancellation);

    /// <summary>The command with all that its receipt needs.</summary>
    internal CommandEnvelope With(PutFootage command) => new(command, Actor, Key)
    {
        RequestDigest = Digest.Of($"footage {command.Footage} {command.Video.ContentHash}"),
        IfMatch = IfMatch,
        DryRun = DryRun,
        Channel = Actor.Channel,
        OnBehalfOf = Actor.IsPlatform ? Party.Of(command.Merchant) : null,
    };
}
