using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Links an official account to the shop (LS-06..08, CAMP-02).</summary>
public sealed record LinkOfficialAccount(MerchantId Merchant, AccountId Account) : IMerchantCommand;
