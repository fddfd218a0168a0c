using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>A command about a merchant.</summary>
public interface IMerchantCommand : ICommand
{
    /// <summary>The merchant it is about.</summary>
    MerchantId Merchant { get; }

    StreamRef ICommand.Target => Sellers.Merchant.At(Merchant);
}

/// <summary>A command about a TikTok account.</summary>
public interface ITikTokAccountCommand : ICommand
{
    /// <summary>The account it is about.</summary>
    AccountId Account { get; }

    StreamRef ICommand.Target => TikTokAccount.At(Account);
}
