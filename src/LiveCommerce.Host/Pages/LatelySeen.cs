using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Pages;

/// <summary>Shops that did something lately, out of the end of the log: where whoever sees every shop begins.</summary>
static class LatelySeen
{
    const int Looked = 500;

    internal static async Task<IReadOnlyList<(MerchantId Id, string Name)>> Shops(IEventStore store, States states, Func<IEvent, MerchantId?> did, CancellationToken cancellation)
    {
        var shops = (await store.ReadAll(ReadQuery.Latest(Looked), cancellation)).Select(fact => did(fact.Body)).OfType<MerchantId>().Distinct().ToList();
        var known = await states.Shops(shops, cancellation);
        return [.. shops.Select(shop => (shop, known.GetValueOrDefault(shop)?.ShopName.Value ?? $"{shop}"))];
    }
}
