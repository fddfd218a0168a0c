using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>A merchant came to the platform, with a shop in a time zone (C53).</summary>
public sealed record MerchantOnboarded(MerchantId Merchant, PersonalText ShopName, ZoneId Zone) : IEvent;

/// <summary>The shop's official account was linked (LS-06, CAMP-02).</summary>
public sealed record OfficialAccountLinked(MerchantId Merchant, AccountId Account) : IEvent;

/// <summary>The shop's official account was unlinked.</summary>
public sealed record OfficialAccountUnlinked(MerchantId Merchant, AccountId Account) : IEvent;

/// <summary>A violation was recorded against the merchant; while it is open no account can be linked (LS-08).</summary>
public sealed record ViolationRecorded(ViolationId Violation, PersonalText Reason) : IEvent;

/// <summary>A violation was resolved (LS-08).</summary>
public sealed record ViolationResolved(ViolationId Violation) : IEvent;

/// <summary>A TikTok account became known; a marketing or affiliate account may belong to a shop from the start (C21).</summary>
public sealed record TikTokAccountAdded(
    AccountId Account,
    AccountType Type,
    PersonalText Handle,
    PersonalText Uid,
    PersonalText? ProfileUrl,
    CreatorId? Creator,
    MerchantId? Merchant) : IEvent;

/// <summary>The account's side of a link: it belongs to this shop (C21).</summary>
public sealed record AccountTiedToMerchant(AccountId Account, MerchantId Merchant) : IEvent;

/// <summary>The account's side of an unlinking: it belongs to no shop.</summary>
public sealed record AccountUntiedFromMerchant(AccountId Account, MerchantId Merchant) : IEvent;
