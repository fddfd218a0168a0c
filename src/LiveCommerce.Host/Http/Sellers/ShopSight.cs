using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Sellers;

/// <summary>Finds the shops that a request is about.</summary>
static class ShopSight
{
    /// <summary>The shop; nobody there is 404.</summary>
    internal static async Task<Merchant.Onboarded> Shop(this States states, MerchantId merchant, CancellationToken cancellation) =>
        (await states.Shops([merchant], cancellation)).GetValueOrDefault(merchant) ?? throw new RequestRefusedException(DoorProblems.NotFound);

    /// <summary>Those of these merchants that are there.</summary>
    internal static async Task<IReadOnlyDictionary<MerchantId, Merchant.Onboarded>> Shops(this States states, IEnumerable<MerchantId> merchants, CancellationToken cancellation)
    {
        var asked = merchants.Distinct().ToList();
        var known = await states.Ask(reads => asked.ConvertAll(merchant => reads.Of(Merchant.At(merchant))), cancellation);
        return known.OfType<Merchant.Onboarded>().ToDictionary(shop => shop.Id);
    }
}
