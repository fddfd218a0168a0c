using LiveCommerce.Images;
using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Images;

/// <summary>Ties uploaded bytes to the image that was put, and deletes them with it: in the append of the fact that says so.</summary>
static class ImageTable
{
    const string Delete = "delete from lc_images where image = any ($1)";

    const string Claim = "update lc_images set image = put.image from unnest($1, $2) as put (image, upload) where lc_images.upload = put.upload";

    internal static IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes)
    {
        var uploads = new Dictionary<Guid, Guid?>(); // of each image what it comes to in this batch: its upload, or nothing
        foreach (var fact in writes.Events)
        {
            if (fact.Body is ImagePut put) uploads[fact.Stream.Id] = ImageUploads.IdOf(fact.Envelope.CommandId, put.Image.ContentHash);
            if (fact.Body is ImageDeleted) uploads[fact.Stream.Id] = null;
        }
        var deleted = uploads.Where(image => image.Value is null).Select(image => image.Key).ToList();
        var claimed = uploads.Where(image => image.Value is not null).ToList();
        if (deleted.Count > 0) yield return new NpgsqlBatchCommand(Delete).Column(deleted, image => image);
        if (claimed.Count > 0) yield return new NpgsqlBatchCommand(Claim).Column(claimed, image => image.Key).Column(claimed, image => image.Value ?? default);
    }
}
