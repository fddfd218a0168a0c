using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Whether an official account could be linked to the shop now (LS-04, LS-08), found by asking the decider with an account that is sure to fit.</summary>
public static class LinkAction
{
    /// <summary>The verdict; a shop that has its account is not offered another one.</summary>
    public static ActionVerdict Of(Merchant.Onboarded merchant, Moment now) => ActionVerdict.Of("link", Ask(merchant, now));

    // linking is the platform's act; what is asked is whether anything about the shop stands in its way
    internal static Decision Ask(Merchant.Onboarded merchant, Moment now)
    {
        var probe = AccountId.From(DerivedId.Of(merchant.Id.Value, "link"));
        var account = new TikTokAccount.Added(probe, AccountType.Official, PersonalText.Placeholder, PersonalText.Placeholder, null, null, null);
        return MerchantDecider.Decide(merchant, new LinkOfficialAccount(merchant.Id, probe), new(now, new("link", ActorRole.OpsAdmin), account));
    }
}
