using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Sellers;

public sealed class SellerTests
{
    static readonly ViolationId Spam = new(Uuid(71));

    [Fact, Rule("C53")]
    public void A_merchant_is_onboarded_once_with_the_shop_s_zone()
    {
        Scenario.Given().When(new OnboardMerchant(Shop, Text("Nice things"), Zone), Admin)
            .Then(Merchant.At(Shop).Is(new MerchantOnboarded(Shop, Text("Nice things"), Zone)));
        Scenario.Given(Onboarded(Shop)).When(new OnboardMerchant(Shop, Text($"shop {Shop}"), Zone), Admin).ThenAlreadySo();
        Scenario.Given(Onboarded(Shop)).When(new OnboardMerchant(Shop, Text("Another name"), Zone), Admin).ThenRefused("merchant.already-onboarded");
    }

    [Fact]
    public void Violations_are_recorded_and_resolved_once()
    {
        var recorded = Merchant.At(Shop).Is(new ViolationRecorded(Spam, Text("spam")));
        var resolved = Merchant.At(Shop).Is(new ViolationResolved(Spam));
        Scenario.InMarket().When(new RecordViolation(Shop, Spam, Text("spam")), Admin).Then(recorded);
        Scenario.InMarket(recorded).When(new RecordViolation(Shop, Spam, Text("spam")), Admin).ThenAlreadySo();
        Scenario.InMarket(recorded).When(new ResolveViolation(Shop, Spam), Admin).Then(resolved);
        Scenario.InMarket(recorded, resolved).When(new ResolveViolation(Shop, Spam), Admin).ThenAlreadySo();
        Scenario.InMarket().When(new ResolveViolation(Shop, Spam), Admin).ThenNotVisible();
    }

    [Theory, InlineData(AccountType.Marketing), InlineData(AccountType.Affiliate), Rule("C21")]
    public void Marketing_and_affiliate_accounts_may_be_tied_to_a_shop_at_once(AccountType type) =>
        Scenario.Given(Onboarded(Shop)).When(Add(Marketing, type, Shop), Admin).Then(Added(Marketing, type, null, Shop));

    [Fact, Rule("LS-08")]
    public void An_official_account_comes_to_a_shop_by_linking_alone() =>
        Scenario.Given(Onboarded(Shop)).When(Add(Official, AccountType.Official, Shop), Admin).ThenRefused("account.official-by-link-only");

    [Fact]
    public void An_account_is_added_once()
    {
        Scenario.InMarket().When(Add(Official, AccountType.Official), Admin).ThenAlreadySo();
        Scenario.InMarket().When(Add(Marketing, AccountType.Marketing, Shop), Admin).ThenAlreadySo();
        Scenario.InMarket().When(Add(Marketing, AccountType.Marketing, OtherShop), Admin).ThenRefused("account.already-added");
        Scenario.InMarket().When(Add(Official, AccountType.Affiliate), Admin).ThenRefused("account.already-added");
        Scenario.Given().When(Add(Marketing, AccountType.Marketing, Shop), Admin).ThenNotVisible();
    }

    static AddTikTokAccount Add(AccountId account, AccountType type, MerchantId? merchant = null) =>
        new(account, type, Text($"@{account}"), Text($"uid {account}"), null, null, merchant);
}
