using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Every refusal about merchants and their accounts.</summary>
public static class SellerRefusals
{
    /// <summary>A marketing account was to be linked as the official one.</summary>
    public static RefusalKind MarketingAccount { get; } =
        new("account.not-official", "LS-06", "A marketing account cannot be linked to a shop as its official account.", "Link the shop's official account.");

    /// <summary>An affiliate account was to be linked as the official one.</summary>
    public static RefusalKind AffiliateAccount { get; } =
        new("account.not-official", "LS-07", "An affiliate account cannot be linked to a shop as its official account.", "Link the shop's official account.");

    /// <summary>Open violations block linking.</summary>
    public static RefusalKind BlockedByViolation { get; } =
        new("account.blocked-by-violation", "LS-08", "Earlier violations are not resolved.", "Resolve the open violations, then link the account.");

    /// <summary>The account belongs to another shop.</summary>
    public static RefusalKind AlreadyLinked { get; } =
        new("account.already-linked", "LS-06", "The account is linked to another shop.", "Unlink it there first, or link another account.");

    /// <summary>The shop has another official account.</summary>
    public static RefusalKind ShopAlreadyBound { get; } =
        new("account.shop-already-bound", "LS-06", "The shop already has another official account.", "Unlink that account first.");

    /// <summary>An official account is tied to a shop by linking alone, so that violations are looked at.</summary>
    public static RefusalKind OfficialByLinkOnly { get; } =
        new("account.official-by-link-only", "LS-08", "An official account comes to a shop by linking it.", "Add the account without a merchant, then link it.");

    /// <summary>The account exists with other particulars.</summary>
    public static RefusalKind AccountExists { get; } =
        new("account.already-added", "LS-06", "An account with this id exists with other particulars.", "Use another id.");

    /// <summary>The merchant exists with other particulars.</summary>
    public static RefusalKind MerchantExists { get; } =
        new("merchant.already-onboarded", "LS-06", "A merchant with this id exists with other particulars.", "Use another id.");
}
