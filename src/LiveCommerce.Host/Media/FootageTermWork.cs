using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>Deletes footage whose term has ended, by an ordinary command: what was put again or used meanwhile stays.</summary>
sealed class FootageTermWork(IEventStore store, Func<CommandEnvelope, Task<CommandResult>> send, MediaFolder folder) : IDueWork
{
    /// <inheritdoc />
    public async Task<bool> Run(DueItem item, CancellationToken cancellation)
    {
        FootageId id = new(item.Subject);
        var answer = await send(item.Ask(new DeleteOldFootage(id), id.Value));
        if (answer.Status is not (CommandStatus.Answered or CommandStatus.AnsweredBefore)) return false;
        if (Footage.Kind.Fold((await store.Load([id.Value], cancellation))[id.Value].Select(fact => fact.Body)) is Footage.Deleted) File.Delete(folder.Footage(id));
        return true;
    }
}
