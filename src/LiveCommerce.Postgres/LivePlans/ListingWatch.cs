using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Background;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>
/// Looks at a catalogue of somebody else's and records what it shows of the products and promotion tools of active plans, whenever that changed (PLAN-04): so
/// readiness and drift are judged by facts, as of any moment. Before the first look they are unknown.
/// </summary>
/// <param name="database">The connections.</param>
/// <param name="store">The log.</param>
/// <param name="listing">The catalogue.</param>
/// <param name="send">The command pipeline.</param>
/// <param name="clock">The host's clock.</param>
public sealed class ListingWatch(PostgresDatabase database, IEventStore store, IShopListing listing, Func<CommandEnvelope, Task<CommandResult>> send, Func<Moment> clock) : IAsyncDisposable
{
    const int PlansAtOnce = 100;
    const string Work = "listing_watch";

    const string ActivePlans = "select id from lc_plans where generation = (select generation from lc_views where view = 'plans') and id > $1 and status = 'Active' and ends_at > $2 order by id limit $3";

    static readonly Actor Host = new("system", ActorRole.System);

    readonly CatalogueQueries catalogue = new(database);
    readonly CancellationTokenSource stopping = new();
    Task? running;

    /// <summary>Looks again and again, until it is disposed of; a catalogue that does not answer is asked again the next time.</summary>
    /// <param name="every">How long to wait between two looks.</param>
    /// <param name="tell">Hears of every trouble.</param>
    public void Start(Duration every, Action<WorkTrouble>? tell = null) => running = Task.Run(async () =>
    {
        using var timer = new PeriodicTimer(every.ToTimeSpan());
        do
        {
            try
            {
                await Look(stopping.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // whatever a foreign catalogue throws, it is told and the catalogue asked again
            catch (Exception exception) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                tell?.Invoke(new(Work, exception, false));
            }
        }
        while (await timer.WaitForNextTickAsync(stopping.Token).ConfigureAwait(false));
    });

    /// <summary>Looks once at everything that active plans feature.</summary>
    /// <returns>How many products and tools showed something new.</returns>
    public async Task<int> Look(CancellationToken cancellation = default)
    {
        var (recorded, after, now) = (0, Guid.Empty, clock());
        while (true)
        {
            var query = new NpgsqlBatchCommand(ActivePlans).Value(after).Value(now.ToDateTime()).Value((long)PlansAtOnce);
            var plans = await database.Read(query, row => row.GetGuid(0), cancellation).ConfigureAwait(false);
            if (plans.Count == 0) return recorded;
            var histories = await store.Load(plans, cancellation).ConfigureAwait(false);
            var lives = plans.Select(plan => LivePlan.Kind.Fold(histories[plan].Select(fact => fact.Body))).OfType<LivePlan.Active>().Select(plan => plan.Live);
            foreach (var shop in lives.GroupBy(live => live.Creation.Merchant))
            {
                recorded += await Products(shop.Key, [.. shop.SelectMany(live => live.Products).Distinct()], now, cancellation).ConfigureAwait(false);
                recorded += await Tools(shop.Key, [.. shop.SelectMany(live => live.PromotionTools).Distinct()], now, cancellation).ConfigureAwait(false);
            }
            after = plans[^1];
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        if (running is not null) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    // what a catalogue has no more was taken down; what it never had stays unknown
    async Task<int> Products(MerchantId merchant, string[] ids, Moment now, CancellationToken cancellation)
    {
        var known = (await catalogue.Find([.. ids.Select(id => CatalogueProduct.IdOf(merchant, id))], cancellation).ConfigureAwait(false)).ToDictionary(row => row.ProductId, row => row.Seen);
        var shown = await listing.Products(merchant, ids, now, cancellation).ConfigureAwait(false);
        var changed =
            from id in ids
            let before = known.GetValueOrDefault(id)
            let seen = shown.TryGetValue(id, out var found) ? found with { Price = found.Price.InFull } : before is null ? null : before with { Status = ProductStatus.TakenDown, Stock = 0 }
            where seen is not null && seen != before
            select Ask(merchant, new ObserveProduct(CatalogueProduct.IdOf(merchant, id), merchant, id, seen, now), id, now);
        return Recorded(await Task.WhenAll(changed).ConfigureAwait(false));
    }

    async Task<int> Tools(MerchantId merchant, string[] ids, Moment now, CancellationToken cancellation)
    {
        var known = (await catalogue.Find([.. ids.Select(id => ShopPromotionTool.IdOf(merchant, id))], cancellation).ConfigureAwait(false)).ToDictionary(row => row.Tool.Id, row => row.Tool);
        var shown = await listing.PromotionTools(merchant, ids, now, cancellation).ConfigureAwait(false);
        var changed =
            from id in ids
            let before = known.GetValueOrDefault(id)
            let seen = shown.TryGetValue(id, out var found) ? found : before is null ? null : before with { Status = PromotionToolStatus.Ended }
            where seen is not null && seen != before
            select Ask(merchant, new ObservePromotionTool(ShopPromotionTool.IdOf(merchant, id), merchant, seen, now), $"tool {id}", now);
        return Recorded(await Task.WhenAll(changed).ConfigureAwait(false));
    }

    Task<CommandResult> Ask(MerchantId merchant, IObservationCommand command, string id, Moment now) => send(new(command, Host, $"{Work} {merchant} {id} {now}") { OnBehalfOf = Party.Of(merchant) });

    static int Recorded(CommandResult[] results) => results.Count(result => result.Receipt?.Recorded == true);
}
