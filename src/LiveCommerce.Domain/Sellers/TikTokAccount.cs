using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>A TikTok account and whose it is: what decides the channel it may register in and the party whose cap it uses.</summary>
public abstract record TikTokAccount
{
    TikTokAccount() { }

    /// <summary>Nobody has added this account.</summary>
    public sealed record NotAdded : TikTokAccount;

    /// <summary>A known account.</summary>
    public sealed record Added(
        AccountId Id,
        AccountType Type,
        PersonalText Handle,
        PersonalText Uid,
        PersonalText? ProfileUrl,
        CreatorId? Creator,
        MerchantId? Merchant) : TikTokAccount
    {
        /// <summary>Whose cap a registration with this account uses: the merchant's that it is tied to, else the creator's (C21).</summary>
        public Party? CapParty => Merchant is { } merchant ? Party.Of(merchant) : Creator is { } creator ? Party.Of(creator) : null;

        /// <summary>Whether the account is this party's to register with.</summary>
        public bool BelongsTo(Party party) =>
            (Merchant is { } merchant && party == Party.Of(merchant)) || (Creator is { } creator && party == Party.Of(creator));
    }

    /// <summary>TikTok accounts as streams.</summary>
    public static StreamKind<TikTokAccount> Kind { get; } = new("tik_tok_account", new NotAdded(), Evolve, AccountRecord.View);

    /// <summary>The stream of one account.</summary>
    public static StreamRef<TikTokAccount> At(AccountId id) => Kind.At(id.Value);

    /// <summary>The account after one more fact.</summary>
    public static TikTokAccount Evolve(TikTokAccount state, IEvent fact) => (state, fact) switch
    {
        (NotAdded, TikTokAccountAdded it) => new Added(it.Account, it.Type, it.Handle, it.Uid, it.ProfileUrl, it.Creator, it.Merchant),
        (Added account, AccountTiedToMerchant it) => account with { Merchant = it.Merchant },
        (Added account, AccountUntiedFromMerchant) => account with { Merchant = null },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
