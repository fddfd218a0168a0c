using LiveCommerce.LiveEvents;
using LiveCommerce.Teasers;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>A teaser's post, edit or end on its way to the account.</summary>
/// <param name="Id">The same however often it is sent: whoever receives it twice does it once.</param>
/// <param name="Notice">What happened.</param>
/// <param name="Teaser">The teaser as it is to be on the account; of a deletion, as it was there last.</param>
public sealed record TeaserPublication(NotificationId Id, TeaserNotice Notice, Teaser.Posted Teaser);

/// <summary>The way to the official account on which teasers are posted (TSR-07). It is asked at least once for each post, edit and deletion; of their order nothing follows, but each says its version.</summary>
public interface ITeaserPublisher
{
    /// <summary>Publishes. What it throws counts as <see cref="DeliveryOutcome.TryLater"/>.</summary>
    Task<DeliveryOutcome> Publish(TeaserPublication publication, CancellationToken cancellation);
}
