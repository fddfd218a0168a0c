using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Images;

/// <summary>The answer to a put image.</summary>
/// <param name="Recorded">False where the image was there already, or the put was only tried.</param>
/// <param name="Receipt">The receipt's id; see <c>/v1/receipts</c>; none where the put was only tried.</param>
/// <param name="Id">The image of this party; <c>./run history</c> takes it.</param>
/// <param name="Sha256">The content hash, by which a form names the image.</param>
/// <param name="MediaType">What the bytes are.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">The size.</param>
/// <param name="Party">Whose image it is, and who alone can use it.</param>
/// <param name="KeptUntil">When it is deleted unless a registration uses it; missing once one does.</param>
sealed record ImageAnswer(
    bool Recorded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt,
    ImageId Id,
    string Sha256,
    string MediaType,
    int Width,
    int Height,
    int Bytes,
    Party Party,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Moment? KeptUntil)
{
    internal static ImageAnswer Of(Receipt receipt, Party party, ImageFacts facts, bool isTried) => new(
        receipt.Recorded && !isTried, isTried ? null : ReceiptId.Format(receipt.CommandId), PartyImage.IdOf(party, facts.ContentHash),
        facts.ContentHash, facts.MediaType, facts.Width, facts.Height, facts.Bytes, party, KeptUntilOf(receipt));

    /// <summary>Whether the command put bytes that were not there; a term that began anew is no new image.</summary>
    internal static bool IsNew(Receipt? receipt) => receipt?.Facts.Any(fact => fact.Type == "image_put") == true;

    static Moment? KeptUntilOf(Receipt receipt) =>
        receipt.Details.FirstOrDefault(detail => detail.Name == "kept_until") is { } until && Moment.TryParse(until.Value, out var moment) ? moment : null;
}

/// <summary>201 for new bytes, 200 for those that were there.</summary>
sealed class PutImageResult(ImageAnswer answer, bool isNew) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = isNew ? 201 : 200;
        httpContext.Response.Headers.Location = $"{ImageRoutes.Path}/{answer.Sha256}?party={answer.Party}";
        return httpContext.Response.WriteAsJsonAsync(answer, EdgeJson.Options);
    }
}
