using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Makes a TikTok account known; an official one comes to its shop by linking alone.</summary>
public sealed record AddTikTokAccount(
    AccountId Account,
    AccountType Type,
    PersonalText Handle,
    PersonalText Uid,
    PersonalText? ProfileUrl,
    CreatorId? Creator,
    MerchantId? Merchant) : ITikTokAccountCommand;
