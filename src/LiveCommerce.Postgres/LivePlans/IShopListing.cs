using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>
/// A shop's products and promotion tools wherever they are kept (PLAN-04, PLAN-05), answering as of an instant. <see cref="RecordedListing"/> is the
/// one that comes along; a catalogue of somebody else's implements this, and what it shows is recorded whenever that changes.
/// </summary>
public interface IShopListing
{
    /// <summary>Products as they were at an instant; those that the shop did not have then are left out.</summary>
    /// <param name="merchant">Whose shop.</param>
    /// <param name="products">The marketplace's ids.</param>
    /// <param name="at">As of when.</param>
    /// <param name="cancellation">Stops the asking.</param>
    Task<IReadOnlyDictionary<string, ProductSeen>> Products(MerchantId merchant, IReadOnlyCollection<string> products, Moment at, CancellationToken cancellation);

    /// <summary>Promotion tools as they were at an instant; those that the shop did not have then are left out.</summary>
    /// <param name="merchant">Whose shop.</param>
    /// <param name="tools">The marketplace's ids.</param>
    /// <param name="at">As of when.</param>
    /// <param name="cancellation">Stops the asking.</param>
    Task<IReadOnlyDictionary<string, PromotionTool>> PromotionTools(MerchantId merchant, IReadOnlyCollection<string> tools, Moment at, CancellationToken cancellation);
}
