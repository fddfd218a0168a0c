using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.Images;

/// <summary>
/// The bytes of images. They are uploaded before their put is decided, outside the append, so that no megabyte is ever sent under the log's lock;
/// the append of the put then ties them to the image.
/// </summary>
/// <param name="database">The connections.</param>
public sealed class ImageUploads(PostgresDatabase database)
{
    /// <summary>No put takes so long: what is older and was not put never will be.</summary>
    static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Lays bytes ready for the put that this command asks for.</summary>
    /// <param name="command">The id of the command.</param>
    /// <param name="contentHash">SHA-256 of the bytes, lower-case hexadecimal.</param>
    /// <param name="bytes">The bytes, already inspected.</param>
    /// <param name="cancellation">Stops it; then nothing is left behind.</param>
    public Task Stage(Guid command, string contentHash, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Run(
        new NpgsqlBatchCommand("insert into lc_images (upload, bytes) values ($1, $2) on conflict do nothing").Value(IdOf(command, contentHash)).Value(bytes), cancellation);

    /// <summary>Takes back what a command did not put; what was put stays.</summary>
    public Task Discard(Guid command, string contentHash, CancellationToken cancellation) => Run(
        new NpgsqlBatchCommand("delete from lc_images where upload = $1 and image is null").Value(IdOf(command, contentHash)), cancellation);

    /// <summary>The bytes of an image; null when it was not put here, or was deleted.</summary>
    public async Task<byte[]?> Read(ImageId image, CancellationToken cancellation) =>
        (await database.Read(new NpgsqlBatchCommand("select bytes from lc_images where image = $1").Value(image.Value), row => row.GetFieldValue<byte[]>(0), cancellation).ConfigureAwait(false))
        .SingleOrDefault();

    /// <summary>Deletes what hosts left behind that died between an upload and its put.</summary>
    internal Task Sweep(CancellationToken cancellation) => Run(
        new NpgsqlBatchCommand("delete from lc_images where image is null and uploaded_at < clock_timestamp() - $1").Value(Abandoned), cancellation);

    /// <summary>Of its own for each content: a key that was used again with other bytes must not tie those to the image.</summary>
    internal static Guid IdOf(Guid command, string contentHash) => DerivedId.Of(command, $"upload/{contentHash}");

    async Task Run(NpgsqlBatchCommand statement, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
