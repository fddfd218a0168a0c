using LiveCommerce.Images;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Deletes an image whose term ended unused (C39), by an ordinary command: one that is used by then, or was put again, stays.</summary>
sealed class ImageTermWork(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send) : IDueWork
{
    readonly ImageUploads uploads = new(database);

    /// <inheritdoc />
    public async Task<bool> Run(DueItem item, CancellationToken cancellation)
    {
        var answer = await send(item.Ask(new DeleteUnusedImage(new(item.Subject)), item.Subject)).ConfigureAwait(false);
        await uploads.Sweep(cancellation).ConfigureAwait(false);
        return answer.Status is CommandStatus.Answered or CommandStatus.AnsweredBefore;
    }
}
