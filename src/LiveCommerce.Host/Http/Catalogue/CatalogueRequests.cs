using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>A product as a catalogue shows it (PLAN-04).</summary>
/// <param name="Status">Whether it can be bought.</param>
/// <param name="Stock">Units in stock.</param>
/// <param name="Price">The price of one unit.</param>
/// <param name="SeenAt">As of when; now, when left out.</param>
/// <param name="Merchant">Whose catalogue an administrator fills; a merchant fills its own.</param>
sealed record ObserveProductRequest(ProductStatus Status, int Stock, Money Price, Moment? SeenAt = null, MerchantId? Merchant = null);

/// <summary>A promotion tool as the promotion page shows it (PLAN-05).</summary>
/// <param name="Kind">What kind of promotion.</param>
/// <param name="Status">Whether it works.</param>
/// <param name="Products">The marketplace's ids of the products that it is bound with.</param>
/// <param name="SeenAt">As of when; now, when left out.</param>
/// <param name="Merchant">Whose tool an administrator records; a merchant records its own.</param>
sealed record ObserveToolRequest(PromotionToolKind Kind, PromotionToolStatus Status, IReadOnlyList<string> Products, Moment? SeenAt = null, MerchantId? Merchant = null);
