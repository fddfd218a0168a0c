using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Sellers;

public sealed class LinkingTests
{
    static readonly MerchantId Newcomer = new(Uuid(3));

    [Fact, Rule("LS-06"), Rule("CAMP-02")]
    public void An_official_account_is_linked_on_both_sides_in_one_decision() =>
        Scenario.InMarket(Onboarded(Newcomer)).When(new LinkOfficialAccount(Newcomer, Spare), Admin).Then(Linked(Newcomer, Spare));

    [Fact, Rule("LS-06")]
    public void A_marketing_account_cannot_be_linked() =>
        Scenario.Given([.. Onboarded(Shop), .. Added(Marketing, AccountType.Marketing, null, Shop)])
            .When(new LinkOfficialAccount(Shop, Marketing), Seller).ThenRefused("account.not-official").ForRule("LS-06");

    [Fact, Rule("LS-07")]
    public void An_affiliate_account_cannot_be_linked() =>
        Scenario.Given([.. Onboarded(Shop), .. Added(Affiliate, AccountType.Affiliate, Creator)])
            .When(new LinkOfficialAccount(Shop, Affiliate), Seller).ThenRefused("account.not-official").ForRule("LS-07");

    [Fact, Rule("LS-08")]
    public void An_open_violation_blocks_linking_until_it_is_resolved()
    {
        var violation = new ViolationId(Uuid(71));
        NewFact[] violated = [.. Onboarded(Shop), .. Added(Official, AccountType.Official), Merchant.At(Shop).Is(new ViolationRecorded(violation, Text("spam")))];
        Scenario.Given(violated).When(new LinkOfficialAccount(Shop, Official), Seller)
            .ThenRefused("account.blocked-by-violation").ForRule("LS-08").WithDetails(("open_violations", "1"));
        Scenario.Given([.. violated, Merchant.At(Shop).Is(new ViolationResolved(violation))])
            .When(new LinkOfficialAccount(Shop, Official), Seller).Then(Linked(Shop, Official));
    }

    [Fact, Rule("LS-08")]
    public void A_violation_blocks_linking_and_nothing_else() =>
        Scenario.InMarket(Merchant.At(Shop).Is(new ViolationRecorded(new(Uuid(71)), Text("spam"))))
            .When(new LinkOfficialAccount(Shop, Official), Seller).ThenAlreadySo();

    [Fact]
    public void An_account_of_another_shop_cannot_be_linked() =>
        Scenario.InMarket(Onboarded(Newcomer)).When(new LinkOfficialAccount(Newcomer, Official), Admin).ThenRefused("account.already-linked");

    [Fact]
    public void A_shop_has_one_official_account() =>
        Scenario.InMarket().When(new LinkOfficialAccount(Shop, Spare), Seller).ThenRefused("account.shop-already-bound");

    [Fact]
    public void All_broken_rules_come_at_once() =>
        Scenario.InMarket(Merchant.At(OtherShop).Is(new ViolationRecorded(new(Uuid(71)), Text("spam"))))
            .When(new LinkOfficialAccount(OtherShop, Marketing), OtherSeller)
            .ThenRefused("account.not-official", "account.already-linked", "account.shop-already-bound", "account.blocked-by-violation");

    [Fact]
    public void Unlinking_is_recorded_on_both_sides_and_once()
    {
        NewFact[] unlinked =
            [Merchant.At(Shop).Is(new OfficialAccountUnlinked(Shop, Official)), TikTokAccount.At(Official).Is(new AccountUntiedFromMerchant(Official, Shop))];
        Scenario.InMarket().When(new UnlinkOfficialAccount(Shop, Official), Seller).Then(unlinked);
        Scenario.InMarket(unlinked).When(new UnlinkOfficialAccount(Shop, Official), Seller).ThenAlreadySo();
    }

    [Fact]
    public void Another_merchant_s_shop_is_not_there()
    {
        Scenario.InMarket().When(new UnlinkOfficialAccount(Shop, Official), OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(new LinkOfficialAccount(Shop, Spare), Host).ThenNotVisible();
        Scenario.InMarket().When(new LinkOfficialAccount(Newcomer, Spare), Admin).ThenNotVisible();
        Scenario.InMarket(Onboarded(Newcomer)).When(new LinkOfficialAccount(Newcomer, new(Uuid(99))), Admin).ThenNotVisible();
    }
}
