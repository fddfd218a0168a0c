using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class SubmitTests
{
    static readonly SubmitRegistration BySeller = new(Reg(1), Campaign, SellerForm), ByCreator = new(Reg(1), Campaign, CreatorForm, Affiliate);

    [Fact, Rule("REG-01"), Rule("REG-11"), Rule("C18"), Rule("C40")]
    public void A_seller_registers_with_the_official_account_and_it_is_under_review() =>
        Scenario.InMarket().When(BySeller, Seller)
            .Then(Accepted(Submission())).WithDetails(("used", "1"), ("remaining", "99"), ("slot", "1"));

    [Fact, Rule("REG-02"), Rule("C17"), Rule("C18"), Rule("C40")]
    public void A_creator_registers_in_live_manager_with_an_affiliate_account() =>
        Scenario.InMarket().When(ByCreator, Host).Then(Accepted(CreatorSubmission()));

    [Theory, InlineData(AccountType.Official), InlineData(AccountType.Marketing), InlineData(AccountType.Affiliate), Rule("REG-02"), Rule("C17")]
    public void Live_manager_takes_accounts_of_every_type(AccountType type) =>
        Scenario.InMarket(Added(new(Uuid(28)), type, Creator)).When(ByCreator with { Account = new(Uuid(28)) }, Host)
            .Then(Accepted(CreatorSubmission() with { Account = new(Uuid(28)), AccountType = type }));

    [Theory, InlineData(AccountType.Marketing), InlineData(AccountType.Affiliate), Rule("REG-01")]
    public void Seller_center_takes_the_official_account_alone(AccountType type) =>
        Scenario.InMarket(Added(new(Uuid(28)), type, null, Shop)).When(BySeller with { Account = new(Uuid(28)) }, Seller)
            .ThenRefused("account.not-official").ForRule("REG-01").OnFields("account");

    [Fact, Rule("CAMP-02"), Rule("REG-14")]
    public void A_shop_without_an_official_account_must_link_one_first()
    {
        var newcomer = new MerchantId(Uuid(3));
        var actor = new Actor("u-3", ActorRole.Merchant, Party.Of(newcomer));
        Scenario.InMarket(Onboarded(newcomer)).When(BySeller, actor).ThenRefused("account.not-bound").ForRule("CAMP-02");
        Scenario.InMarket(Onboarded(newcomer)).When(BySeller with { Account = Spare }, actor).ThenRefused("account.not-bound");
        Scenario.InMarket(Merchant.At(Shop).Is(new OfficialAccountUnlinked(Shop, Official)), TikTokAccount.At(Official).Is(new AccountUntiedFromMerchant(Official, Shop)))
            .When(BySeller, Seller).ThenRefused("account.not-bound");
    }

    [Fact, Rule("REG-02")]
    public void Nobody_registers_with_somebody_else_s_account()
    {
        Scenario.InMarket().When(BySeller with { Account = OtherOfficial }, Seller).ThenRefused("account.unknown");
        Scenario.InMarket().When(ByCreator with { Account = ShopAffiliate }, Host).ThenRefused("account.unknown");
        Scenario.InMarket().When(ByCreator with { Account = new(Uuid(99)) }, Host).ThenRefused("account.unknown");
        Scenario.InMarket().When(ByCreator with { Account = null }, Host).ThenRefused("account.required");
    }

    [Fact, Rule("C18")]
    public void The_app_s_link_leads_into_the_channel_of_whoever_asks()
    {
        var form = CreatorForm;
        Scenario.InMarket().When(BySeller with { Entry = RegistrationEntry.TikTokAppLink, Form = form }, Seller)
            .Then(Accepted(Submission() with { Entry = RegistrationEntry.TikTokAppLink, Form = form }));
        Scenario.InMarket().When(ByCreator with { Entry = RegistrationEntry.TikTokAppLink }, Host)
            .Then(Accepted(CreatorSubmission() with { Entry = RegistrationEntry.TikTokAppLink }));
        Scenario.InMarket().When(ByCreator with { Entry = RegistrationEntry.SellerCenterPc, Form = SellerForm }, Host).ThenRefused("registration.entry.wrong-channel");
        Scenario.InMarket().When(BySeller with { Entry = RegistrationEntry.LiveManager, Form = form }, Seller).ThenRefused("registration.entry.wrong-channel");
    }

    [Fact, Rule("REG-03"), Rule("C21")]
    public void The_cap_s_party_is_the_merchant_that_the_account_is_tied_to() =>
        Scenario.InMarket().When(ByCreator with { Account = ShopAffiliate }, ShopHost)
            .Then(Accepted(CreatorSubmission() with
            {
                Account = ShopAffiliate, Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator, Resource = RegistrationResource.Creator,
            }));

    [Fact, Rule("C21")]
    public void An_account_tied_later_moves_nothing_that_was_registered() =>
        Scenario.InMarket([.. Registered(CreatorSubmission()), TikTokAccount.At(Affiliate).Is(new AccountTiedToMerchant(Affiliate, Shop))])
            .When(ByCreator with { Registration = Reg(2) }, Host)
            .Then(Accepted(CreatorSubmission(2) with { Party = Party.Of(Shop), Merchant = Shop }));

    [Theory, Rule("CAMP-08"), Rule("C37")]
    [InlineData("2025-12-31T23:59:59.999999Z", false)]
    [InlineData("2026-01-01T00:00:00Z", true)]
    [InlineData("2026-02-04T23:59:59.999999Z", true)]
    public void Registrations_are_taken_between_the_registration_dates(string now, bool isOpen)
    {
        var scenario = Scenario.InMarket().When(BySeller, Seller, On(now));
        if (isOpen) scenario.Then(Accepted(Submission()));
        else scenario.ThenRefused("registration.window-closed");
    }

    [Fact, Rule("CAMP-08")]
    public void The_window_s_end_no_longer_belongs_to_it() =>
        Scenario.InMarket().When(BySeller with { Form = SellerForm with { LivePeriod = Live(60, "2026-02-20T12:00:00Z") } }, Seller, Window.End)
            .ThenRefused("registration.window-closed");

    [Fact, Rule("RREC-18")]
    public void A_campaign_that_has_ended_takes_nothing() =>
        Scenario.InMarket(LivestreamCampaign.At(Campaign).Is(new CampaignEnded(Now, Text("over")))).When(BySeller, Seller)
            .ThenRefused("campaign.ended", "registration.period.outside-campaign");

    [Fact, Rule("C42")]
    public void A_submitted_registration_is_not_edited()
    {
        Scenario.InMarket(Registered(Submission())).When(BySeller, Seller).ThenRefused("registration.already-submitted");
        Scenario.InMarket(Registered(Submission())).When(ByCreator, Host).ThenNotVisible();
    }

    [Fact, Rule("REG-11"), Rule("C41")]
    public void A_discarded_form_leaves_no_trace()
    {
        var history = new History();
        history.Append(Market);
        history.Decide(BySeller, new(Now, Seller)).Outcome.ShouldBe(Outcome.Recorded);
        history.FactsOf(Registration.At(Reg(1))).ShouldBeEmpty();
        history.FactsOf(CampaignQuota.At(Campaign, Party.Of(Shop))).ShouldBeEmpty();
    }

    internal static NewFact[] Accepted(RegistrationSubmitted submission) =>
    [
        Registration.At(submission.Registration).Is(submission),
        CampaignQuota.At(submission.Campaign, submission.Party).Is(new SlotTaken(submission.SlotNumber, submission.Registration, submission.Channel, submission.Account, submission.Form.LivePeriod)),
    ];
}
