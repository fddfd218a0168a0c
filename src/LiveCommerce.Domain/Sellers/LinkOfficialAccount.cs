using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Links an official account to the shop (LS-06..08, CAMP-02).</summary>
public sealed record LinkOfficialAccount(MerchantId Merchant, AccountId Account) : IMerchantCommand;

public static partial class MerchantDecider
{
    static Decision Link(Merchant.Onboarded merchant, LinkOfficialAccount command, TikTokAccount? state)
    {
        if (state is not TikTokAccount.Added account) return Decision.NotVisible;
        if (merchant.OfficialAccount == account.Id) return Decision.AlreadySo;
        var refusals = LinkRules(merchant, account).ToValueList();
        return refusals.Count > 0
            ? Decision.Refuse(Merchant.At(merchant.Id), refusals)
            : Decision.Record([
                new(Merchant.At(merchant.Id), new OfficialAccountLinked(merchant.Id, account.Id)),
                new(TikTokAccount.At(account.Id), new AccountTiedToMerchant(account.Id, merchant.Id))]);
    }

    static IEnumerable<Refusal> LinkRules(Merchant.Onboarded merchant, TikTokAccount.Added account)
    {
        if (account.Type == AccountType.Marketing) yield return SellerRefusals.MarketingAccount.Of("account");
        if (account.Type == AccountType.Affiliate) yield return SellerRefusals.AffiliateAccount.Of("account");
        if (account.Merchant is { } owner && owner != merchant.Id) yield return SellerRefusals.AlreadyLinked.Of("account");
        if (merchant.OfficialAccount is not null) yield return SellerRefusals.ShopAlreadyBound.Of();
        if (merchant.Violations.Count(violation => violation.IsOpen) is > 0 and var open)
            yield return SellerRefusals.BlockedByViolation.Of(null, ("open_violations", Numeral.Of(open)));
    }
}
