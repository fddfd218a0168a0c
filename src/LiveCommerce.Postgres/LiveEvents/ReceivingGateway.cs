using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>The shipped receiver, for whoever has connected no platform: it keeps in the database which notifications and which posts of teasers came, each once however often it comes.</summary>
/// <param name="database">Where it keeps them.</param>
public sealed class ReceivingGateway(PostgresDatabase database) : ILiveEventGateway, ITeaserPublisher
{
    const string Receive = "insert into lc_received (notification) values ($1) on conflict (notification) do update set times = lc_received.times + 1, last_at = clock_timestamp()";

    /// <inheritdoc />
    public Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation) => Keep(notification.Id, cancellation);

    /// <inheritdoc />
    public Task<DeliveryOutcome> Publish(TeaserPublication publication, CancellationToken cancellation) => Keep(publication.Id, cancellation);

    async Task<DeliveryOutcome> Keep(NotificationId id, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Receive).Value(id.Value) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        return new DeliveryOutcome.Delivered();
    }
}
