using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>Products and promotion tools as the log has them: every version with the instant of the look, filled by API and by files.</summary>
/// <param name="store">The log.</param>
public sealed class RecordedListing(IEventStore store) : IShopListing
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, ProductSeen>> Products(MerchantId merchant, IReadOnlyCollection<string> products, Moment at, CancellationToken cancellation) =>
        (await At(products, id => CatalogueProduct.At(CatalogueProduct.IdOf(merchant, id)), at, cancellation).ConfigureAwait(false))
            .Where(one => one.State is CatalogueProduct.Observed).ToDictionary(one => one.Id, one => ((CatalogueProduct.Observed)one.State).Seen);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, PromotionTool>> PromotionTools(MerchantId merchant, IReadOnlyCollection<string> tools, Moment at, CancellationToken cancellation) =>
        (await At(tools, id => ShopPromotionTool.At(ShopPromotionTool.IdOf(merchant, id)), at, cancellation).ConfigureAwait(false))
            .Where(one => one.State is ShopPromotionTool.Observed).ToDictionary(one => one.Id, one => ((ShopPromotionTool.Observed)one.State).Tool);

    async Task<IEnumerable<(string Id, TState State)>> At<TState>(IReadOnlyCollection<string> ids, Func<string, StreamRef<TState>> streamOf, Moment at, CancellationToken cancellation) where TState : class
    {
        var streams = ids.Distinct().Select(id => (Id: id, Stream: streamOf(id))).ToArray();
        var histories = await store.Load([.. streams.Select(one => one.Stream.Id)], cancellation).ConfigureAwait(false);
        return streams.Select(one => (one.Id, ((StreamKind<TState>)one.Stream.Kind).Fold(histories[one.Stream.Id].TakeWhile(fact => fact.Envelope.EffectiveAt <= at).Select(fact => fact.Body))));
    }
}
