using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Audit;

/// <summary>Merchants and accounts in sentences: a line for each kind of fact.</summary>
static class SellerSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<MerchantOnboarded>((it, zone) => $"onboarded merchant {it.Merchant} with the shop {Words.Of(it.ShopName)} in the time zone {it.Zone}")
        .Say<OfficialAccountLinked>(it => $"linked official account {it.Account} to shop {it.Merchant}")
        .Say<OfficialAccountUnlinked>(it => $"unlinked official account {it.Account} from shop {it.Merchant}")
        .Say<ViolationRecorded>(it => $"recorded violation {it.Violation}: {Words.Of(it.Reason)}")
        .Say<ViolationResolved>(it => $"marked violation {it.Violation} as resolved")
        .Say<TikTokAccountAdded>(it => $"added the {Words.Of(it.Type)} account {it.Account} with the handle {Words.Of(it.Handle)}{Whose(it.Merchant, it.Creator)}")
        .Say<AccountTiedToMerchant>(it => $"tied account {it.Account} to shop {it.Merchant}")
        .Say<AccountUntiedFromMerchant>(it => $"untied account {it.Account} from shop {it.Merchant}");

    static string Whose(MerchantId? merchant, CreatorId? creator) =>
        (merchant is { } shop ? $" of shop {shop}" : "") + (creator is { } person ? $" of creator {person}" : "");
}
