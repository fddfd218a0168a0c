using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;

namespace LiveCommerce.Tests.LiveEvents;

/// <summary>Buyers, and an outbox that is filled and emptied when the test says so.</summary>
public abstract class LiveEventTest(TestCluster cluster) : SeasonTest(cluster)
{
    private protected async Task Subscribe(LivePlanId plan, params IEnumerable<string> buyers)
    {
        foreach (var buyer in buyers) await season.Do(SubscribeToLiveEvent.For(plan, SubscriberId.Of(buyer), season.Text(buyer)), Actor.Of(SubscriberId.Of(buyer)));
    }

    private protected Task Unsubscribe(LivePlanId plan, string buyer) => season.Do(UnsubscribeFromLiveEvent.For(plan, SubscriberId.Of(buyer)), Actor.Of(SubscriberId.Of(buyer)));

    private protected Task<long> Fill() => Following.CatchUp(database, store, new LiveEventOutbox(), Cancellation);

    private protected OutboxWorker Worker(ILiveEventGateway gateway, TimeSpan? lease = null) => new(database, store, gateway, new ReceivingGateway(database), () => season.Now, lease ?? TimeSpan.FromMinutes(2));

    /// <summary>A line for each row of the outbox.</summary>
    private protected async Task<string[]> Rows(string columns)
    {
        await using var command = test.Raw.CreateCommand($"select concat_ws(' ', {columns}) from lc_outbox order by 1");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation)) rows.Add(reader.GetString(0));
        return [.. rows];
    }

    private protected static string[] Ids(LiveEventNotice notice, params IEnumerable<string?> buyers) =>
        [.. buyers.Select(buyer => notice.IdFor(buyer is null ? null : SubscriberId.Of(buyer)).Value.ToString()).Order(StringComparer.Ordinal)];
}
