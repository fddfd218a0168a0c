using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>Takes away what the log knows nothing of any more: halves that hosts left which died, footage that was not put, videos of teasers that are gone.</summary>
sealed class MediaSweep(IEventStore store, MediaFolder folder)
{
    /// <summary>No upload, no decision and no preparation takes so long.</summary>
    static readonly TimeSpan abandoned = TimeSpan.FromHours(1);

    internal async Task Run(CancellationToken cancellation)
    {
        folder.SweepOlderThan(abandoned);
        foreach (var footage in folder.FootageOlderThan(abandoned).ToArray())
            if (Footage.Kind.Fold(await Facts(footage.Value, cancellation)) is not Footage.Present) File.Delete(folder.Footage(footage));
        foreach (var teaser in folder.Teasers().ToArray())
            if (Teaser.Kind.Fold(await Facts(teaser.Value, cancellation)) is Teaser.NotStarted or Teaser.Deleted) folder.Keep(teaser, null);
    }

    async Task<IEnumerable<Kernel.IEvent>> Facts(Guid stream, CancellationToken cancellation) => (await store.Load([stream], cancellation))[stream].Select(fact => fact.Body);
}
