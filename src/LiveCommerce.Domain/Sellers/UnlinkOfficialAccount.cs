using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Unlinks the shop's official account; what was registered with it stays where it is (C21).</summary>
public sealed record UnlinkOfficialAccount(MerchantId Merchant, AccountId Account) : IMerchantCommand;

public static partial class MerchantDecider
{
    static Decision Unlink(Merchant.Onboarded merchant, UnlinkOfficialAccount command, TikTokAccount? state) =>
        state is not TikTokAccount.Added ? Decision.NotVisible
        : merchant.OfficialAccount != command.Account ? Decision.AlreadySo
        : Decision.Record([
            new(Merchant.At(merchant.Id), new OfficialAccountUnlinked(merchant.Id, command.Account)),
            new(TikTokAccount.At(command.Account), new AccountUntiedFromMerchant(command.Account, merchant.Id))]);
}
