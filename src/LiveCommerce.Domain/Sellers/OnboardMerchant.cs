using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Brings a merchant with a shop to the platform.</summary>
public sealed record OnboardMerchant(MerchantId Merchant, PersonalText ShopName, ZoneId Zone) : IMerchantCommand;
