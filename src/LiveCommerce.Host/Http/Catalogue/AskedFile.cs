using System.Reflection;
using LiveCommerce.Host.Catalogue;
using LiveCommerce.Host.Http.Images;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>A CSV file as it was sent: a raw body, read up to the limit and no further.</summary>
/// <param name="Bytes">The body; null where it goes beyond the limit.</param>
/// <param name="Actor">Who sends it.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="IfMatch">The version that the shop's catalogue must have: so many files were taken.</param>
/// <param name="Path">Which list it is sent to.</param>
/// <param name="DryRun">Whether it is only tried: judged, and nothing recorded (BEY-01).</param>
sealed record AskedFile(ReadOnlyMemory<byte>? Bytes, Actor Actor, string Key, long? IfMatch, string Path, bool DryRun) : IEndpointParameterMetadataProvider
{
    internal const string MediaType = "text/csv";

    public static async ValueTask<AskedFile> BindAsync(HttpContext context, ParameterInfo _)
    {
        var (request, actor) = (context.Request, SignedIn.Actor(context));
        var dryRun = RequestHeaders.DryRun(request.Query);
        var key = dryRun ? $"dry-run/{Guid.NewGuid():N}" : RequestHeaders.Key(request.Headers);
        var version = RequestHeaders.IfMatch(request.Headers);
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), MediaType, StringComparison.OrdinalIgnoreCase)) throw new RequestRefusedException(DoorProblems.NotCsv);
        return new(await RequestBytes.Read(request, CsvSheet.MostBytes), actor, key, version, request.Path, dryRun);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([MediaType, AskedImage.AnyType], typeof(Stream)));
        builder.Metadata.Add(WriteHeaders.Marker);
    }

    /// <summary>Who takes the file, under which key; the command comes once all of it was looked at.</summary>
    internal CommandEnvelope Envelope(CatalogueFile file, MerchantId shop) =>
        new(new RecordCatalogueImport(ShopCatalogue.IdOf(shop), shop, file.List, file.ContentHash, 0, 0, [], default), Actor, Key)
        {
            RequestDigest = Digest.Of($"{Path} {shop} {file.ContentHash}"),
            IfMatch = IfMatch,
            DryRun = DryRun,
            Channel = Actor.Channel,
            OnBehalfOf = Actor.IsPlatform ? Party.Of(shop) : null,
        };
}
