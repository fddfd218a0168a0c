using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Unlinks the shop's official account; what was registered with it stays where it is (C21).</summary>
public sealed record UnlinkOfficialAccount(MerchantId Merchant, AccountId Account) : IMerchantCommand;
