using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>An account's row, by which it is found among a party's own.</summary>
/// <param name="Id">The account.</param>
/// <param name="Version">The version of the account's stream.</param>
/// <param name="Type">Official, marketing or affiliate.</param>
/// <param name="HandleReference">Where the handle lies.</param>
/// <param name="Creator">The creator behind it.</param>
/// <param name="Merchant">The shop that it is tied to now.</param>
public sealed record AccountRecord(AccountId Id, long Version, AccountType Type, Guid HandleReference, CreatorId? Creator, MerchantId? Merchant)
{
    /// <summary>The read model's name and fold. Accounts were recorded before there were rows of them, so it begins at 2.</summary>
    public static InlineView<AccountRecord> View { get; } = new("accounts", Fold, 2);

    /// <summary>The row after one more fact.</summary>
    public static AccountRecord? Fold(AccountRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, TikTokAccountAdded it) => new(it.Account, fact.Version, it.Type, it.Handle.Reference, it.Creator, it.Merchant),
        ({ } account, AccountTiedToMerchant it) => account with { Version = fact.Version, Merchant = it.Merchant },
        ({ } account, AccountUntiedFromMerchant) => account with { Version = fact.Version, Merchant = null },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no next fact of an account."),
    };
}
