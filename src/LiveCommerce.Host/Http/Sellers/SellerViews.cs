using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Sellers;

/// <summary>A merchant with its shop.</summary>
sealed record MerchantView(MerchantId Id, long Version, PersonalText ShopName, ZoneId TimeZone, AccountId? OfficialAccount, IReadOnlyList<ViolationView> Violations)
{
    internal static MerchantView Of(Merchant.Onboarded merchant, long version) =>
        new(merchant.Id, version, merchant.ShopName, merchant.Zone, merchant.OfficialAccount, [.. merchant.Violations.Select(violation => new ViolationView(violation.Id, violation.IsOpen))]);
}

/// <summary>A violation; while one is open no account can be linked.</summary>
sealed record ViolationView(ViolationId Id, bool IsOpen);

/// <summary>A TikTok account and whose it is.</summary>
sealed record AccountView(
    AccountId Id, long Version, AccountType Type, PersonalText Handle, PersonalText Uid, PersonalText? ProfileUrl, CreatorId? Creator, MerchantId? Merchant)
{
    internal static AccountView Of(TikTokAccount.Added account, long version) =>
        new(account.Id, version, account.Type, account.Handle, account.Uid, account.ProfileUrl, account.Creator, account.Merchant);
}

/// <summary>Who may know of a merchant and of an account: those whose they are, the platform and the auditor.</summary>
static class SellerSight
{
    internal static bool IsVisibleTo(this MerchantId merchant, Caller caller) => caller.SeesAll || caller.Actor.Party == Party.Of(merchant);

    internal static bool IsVisibleTo(this TikTokAccount.Added account, Caller caller) =>
        caller.SeesAll || (caller.Actor.Party is { } party && account.BelongsTo(party));
}
