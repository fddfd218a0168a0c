using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class DuplicateTests
{
    static readonly SubmitRegistration Copy = new(Reg(2), Campaign, SellerForm, DuplicatedFrom: Reg(1));
    static readonly NewFact[] Copied = SubmitTests.Accepted(Submission(2, 2) with { DuplicatedFrom = Reg(1) });

    [Fact, Rule("RREC-13"), Rule("C24")]
    public void A_registration_is_made_from_another_whatever_the_platform_said_about_it()
    {
        Scenario.InMarket(Registered(Submission())).When(Copy, Seller).Then(Copied);
        Scenario.InMarket(Registered(Submission(), new RegistrationApproved())).When(Copy, Seller).Then(Copied);
        Scenario.InMarket(Registered(Submission(), new RegistrationRejected(Text("no")))).When(Copy, Seller).Then(Copied);
        Scenario.InMarket(Registered(Submission(), new RegistrationRemovedByPlatform(Text("no")))).When(Copy, Seller).Then(Copied);
    }

    [Fact, Rule("RREC-03"), Rule("C24")]
    public void A_withdrawn_one_is_kept_but_not_duplicated() =>
        Scenario.InMarket(Registered(Submission(), new RegistrationCancelled(RegistrationChannel.SellerCenter))).When(Copy, Seller)
            .ThenRefused("registration.terminal").ForRule("RREC-03");

    [Fact, Rule("RREC-14"), Rule("C26")]
    public void A_live_manager_session_is_duplicated_from_neither_side()
    {
        var original = CreatorSubmission() with { Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator, Account = ShopAffiliate };
        Scenario.InMarket(Registered(original)).When(Copy, Seller).ThenRefused("registration.duplicate.not-seller-center").ForRule("RREC-14");
        Scenario.InMarket(Registered(original)).When(Copy with { Form = CreatorForm, Account = ShopAffiliate }, ShopHost)
            .ThenRefused("registration.duplicate.not-seller-center");
    }

    [Fact, Rule("RREC-13")]
    public void Only_while_the_campaign_takes_registrations() =>
        Scenario.InMarket(Registered(Submission()))
            .When(Copy with { Form = SellerForm with { LivePeriod = Live(60, "2026-02-20T12:00:00Z") } }, Seller, Window.End).ThenRefused("registration.window-closed");

    [Fact, Rule("RREC-13")]
    public void Only_one_s_own_registration_of_the_same_campaign()
    {
        Scenario.InMarket(Registered(Submission() with { Campaign = Private })).When(Copy, Seller).ThenRefused("registration.duplicate.unknown");
        Scenario.InMarket(Registered(Submission())).When(Copy, OtherSeller).ThenRefused("registration.duplicate.unknown");
        Scenario.InMarket().When(Copy, Seller).ThenRefused("registration.duplicate.unknown");
    }
}
