using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Sellers;

/// <summary>Brings a merchant with a shop to the platform.</summary>
/// <param name="ShopName">The shop's name.</param>
/// <param name="TimeZone">The shop's IANA time zone, such as <c>Asia/Jakarta</c>.</param>
sealed record OnboardMerchantRequest(string ShopName, ZoneId TimeZone);

/// <summary>Makes a TikTok account known.</summary>
/// <param name="Type">Official, Marketing or Affiliate.</param>
/// <param name="Handle">As people know it.</param>
/// <param name="Uid">TikTok's own id of it.</param>
/// <param name="ProfileUrl">Its page; an https address.</param>
/// <param name="Creator">The creator behind it.</param>
/// <param name="Merchant">The shop that a marketing or affiliate account belongs to; an official one is linked instead.</param>
sealed record AddAccountRequest(AccountType Type, string Handle, string Uid, string? ProfileUrl = null, CreatorId? Creator = null, MerchantId? Merchant = null);

/// <summary>Links an official account to the shop.</summary>
sealed record LinkAccountRequest(AccountId Account);

/// <summary>Records a violation of the platform's rules.</summary>
sealed record RecordViolationRequest(string Reason);
