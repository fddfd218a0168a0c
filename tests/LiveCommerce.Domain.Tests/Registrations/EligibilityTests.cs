using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

/// <summary>Why somebody can or cannot register: every condition at once, as the decider sees it.</summary>
public sealed class EligibilityTests
{
    static readonly MerchantId Unbound = new(Uuid(3));
    static readonly Actor UnboundSeller = new("u-unbound", ActorRole.Merchant, Party.Of(Unbound));

    [Fact, Rule("BEY-16"), Rule("CAMP-10")]
    public void Whoever_meets_every_condition_is_told_all_of_them()
    {
        var found = Explain(Seller);
        (found.IsEligible, found.Party, found.Used, found.Remaining).ShouldBe((true, Party.Of(Shop), 0, 100));
        Met(found).ShouldBe(["registration.window-closed", "account.not-bound", "account.not-official", "registration.cap-reached"]);
        found.Conditions.ShouldAllBe(condition => condition.IsMet);
        Met(Explain(Host)).ShouldBe(["registration.window-closed", "registration.cap-reached"]);
        Met(Explain(Host, account: Affiliate)).ShouldBe(["registration.window-closed", "account.unknown", "registration.cap-reached"]);
    }

    [Fact, Rule("BEY-16"), Rule("LS-08")]
    public void Every_failing_rule_is_named_at_once_with_its_way_out()
    {
        NewFact[] full = [.. Onboarded(Unbound), Merchant.At(Unbound).Is(new ViolationRecorded(new(Uuid(51)), Text("late"))),
            .. Registered(Submission(1, 100) with { Party = Party.Of(Unbound), Merchant = Unbound })];
        var found = Explain(UnboundSeller, Window.End, full);
        Broken(found).ShouldBe(["registration.window-closed CAMP-08", "account.not-bound CAMP-02", "account.blocked-by-violation LS-08", "registration.cap-reached REG-03"]);
        found.Conditions.ShouldAllBe(condition => condition.Refusal!.Fix.Length > 0);
        (found.IsEligible, found.Used, found.Remaining).ShouldBe((false, 100, 0));
    }

    [Fact, Rule("BEY-16"), Rule("LS-08")]
    public void A_violation_matters_to_a_shop_without_an_account_alone()
    {
        NewFact Violation(MerchantId merchant) => Merchant.At(merchant).Is(new ViolationRecorded(new(Uuid(51)), Text("late")));
        Explain(Seller, facts: [Violation(Shop)]).IsEligible.ShouldBeTrue();
        Broken(Explain(UnboundSeller, facts: Onboarded(Unbound))).ShouldBe(["account.not-bound CAMP-02"]);
        Met(Explain(UnboundSeller, facts: Onboarded(Unbound))).ShouldContain("account.blocked-by-violation");
        Broken(Explain(UnboundSeller, facts: [.. Onboarded(Unbound), Violation(Unbound), Merchant.At(Unbound).Is(new ViolationResolved(new(Uuid(51))))])).ShouldBe(["account.not-bound CAMP-02"]);
    }

    [Fact, Rule("BEY-16")]
    public void What_a_form_would_say_is_no_reason()
    {
        // after the end no live period fits; that is not said beside the campaign's end
        Broken(Explain(Seller, Period.End)).ShouldBe(["campaign.ended RREC-18"]);
        Broken(Explain(Seller, On("2025-12-01T00:00:00Z"))).ShouldBe(["registration.window-closed CAMP-08"]);
        Broken(Explain(Seller, facts: [LivestreamCampaign.At(Campaign).Is(new CampaignEnded(Now, Text("sold out")))])).ShouldBe(["campaign.ended RREC-18"]);
        // a host whose clock is behind that of the host which ended it: the probe's period fits the campaign as it is
        var (running, ended) = (On("2026-02-05T00:00:00Z"), On("2026-02-06T00:00:00Z"));
        Explain(Seller, running, [LivestreamCampaign.At(Campaign).Is(new CampaignEnded(ended, Text("sold out")))]).IsEligible.ShouldBeTrue();
    }

    [Fact, Rule("BEY-16"), Rule("REG-01"), Rule("REG-02")]
    public void An_account_that_is_named_is_judged()
    {
        Broken(Explain(Seller, account: Marketing)).ShouldBe(["account.not-official REG-01"]);
        Broken(Explain(Seller, account: OtherOfficial)).ShouldBe(["account.unknown REG-02"]);
        Broken(Explain(Host, account: Official)).ShouldBe(["account.unknown REG-02"]);
        var found = Explain(ShopHost, facts: Registered(Submission(1, 7)), account: ShopAffiliate);
        (found.IsEligible, found.Party, found.Used, found.Remaining).ShouldBe((true, Party.Of(Shop), 7, 93));
    }

    [Fact, Rule("CAMP-06"), Rule("BEY-16")]
    public void Nothing_is_explained_of_what_cannot_be_seen()
    {
        foreach (var hidden in new[] { Private, Drafted, new CampaignId(Uuid(99)) })
            Explain(Seller, campaign: hidden).ShouldBe(new(false, null, 0, 0, []));
        Explain(Seller, campaign: Private, invitation: NamedDigest).IsEligible.ShouldBeTrue();
    }

    [Fact, Rule("LS-04"), Rule("LS-08")]
    public void Linking_is_offered_while_nothing_stands_in_its_way()
    {
        var shop = new Merchant.Onboarded(Shop, Text("shop"), Zone, null, []);
        LinkAction.Of(shop, Now).ShouldBe(new("link", true));
        LinkAction.Of(shop with { Violations = [new(new(Uuid(51)), true)] }, Now).Code.ShouldBe("account.blocked-by-violation");
        LinkAction.Of(shop with { OfficialAccount = Official }, Now).Code.ShouldBe("account.shop-already-bound");
    }

    static string[] Met(RegistrationEligibility found) => [.. found.Conditions.Where(condition => condition.IsMet).Select(condition => condition.Code)];

    static string[] Broken(RegistrationEligibility found) => [.. found.Conditions.Where(condition => !condition.IsMet).Select(condition => $"{condition.Code} {condition.Rule}")];

    static RegistrationEligibility Explain(Actor actor, Moment? now = null, NewFact[]? facts = null, AccountId? account = null, CampaignId? campaign = null, string? invitation = null)
    {
        var history = new History();
        history.Append([.. Market, .. facts ?? []]);
        return RegisterAction.Explain(history, campaign ?? Campaign, new(now ?? Now, actor), invitation, account).ShouldNotBeNull();
    }
}
