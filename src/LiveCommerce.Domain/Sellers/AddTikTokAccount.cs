using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Makes a TikTok account known; an official one comes to its shop by linking alone.</summary>
public sealed record AddTikTokAccount(
    AccountId Account,
    AccountType Type,
    PersonalText Handle,
    PersonalText Uid,
    PersonalText? ProfileUrl = null,
    CreatorId? Creator = null,
    MerchantId? Merchant = null) : ITikTokAccountCommand
{
    bool ICommand.BeginsTarget => true;
}

public static partial class TikTokAccountDecider
{
    static Decision Add(TikTokAccount state, AddTikTokAccount command, Merchant? merchant) => state switch
    {
        TikTokAccount.NotAdded when command.Merchant is not null && merchant is not Merchant.Onboarded => Decision.NotVisible,
        TikTokAccount.NotAdded when command is { Type: AccountType.Official, Merchant: not null } =>
            Decision.Refuse(TikTokAccount.At(command.Account), [SellerRefusals.OfficialByLinkOnly.Of("merchant")]),
        TikTokAccount.NotAdded => Decision.Record(
            TikTokAccount.At(command.Account),
            new TikTokAccountAdded(command.Account, command.Type, command.Handle, command.Uid, command.ProfileUrl, command.Creator, command.Merchant)),
        TikTokAccount.Added account when IsTheSame(account, command) => Decision.AlreadySo,
        TikTokAccount.Added => Decision.Refuse(TikTokAccount.At(command.Account), [SellerRefusals.AccountExists.Of("account")]),
        _ => throw new UnreachableException(),
    };

    static bool IsTheSame(TikTokAccount.Added account, AddTikTokAccount command) =>
        account.Type == command.Type && account.Creator == command.Creator
        && (account.Type == AccountType.Official || account.Merchant == command.Merchant)
        && account.Handle.SaysTheSameAs(command.Handle) && account.Uid.SaysTheSameAs(command.Uid);
}
