using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class CancelTests
{
    static readonly CancelRegistration Cancel = new(Reg(1), true);
    static readonly RegistrationSubmitted ShopHosted = CreatorSubmission() with { Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator, Account = ShopAffiliate };

    [Fact, Rule("RREC-11"), Rule("RREC-10")]
    public void A_party_withdraws_while_it_is_under_review()
    {
        Scenario.InMarket(Registered(Submission())).When(Cancel, Seller)
            .Then(Registration.At(Reg(1)).Is(new RegistrationCancelled(RegistrationChannel.SellerCenter)));
        Scenario.InMarket(Registered(CreatorSubmission())).When(Cancel, Host)
            .Then(Registration.At(Reg(1)).Is(new RegistrationCancelled(RegistrationChannel.LiveManager)));
    }

    [Fact, Rule("RREC-11")]
    public void A_withdrawal_is_confirmed() =>
        Scenario.InMarket(Registered(Submission())).When(Cancel with { Confirmed = false }, Seller)
            .ThenRefused("registration.confirmation-required").OnFields("confirmed");

    [Fact, Rule("RREC-11"), Rule("C23")]
    public void Once_the_platform_has_decided_it_is_too_late()
    {
        foreach (IEvent decided in new IEvent[] { new RegistrationApproved(), new RegistrationRejected(Text("no")), new RegistrationRemovedByPlatform(Text("no")) })
            Scenario.InMarket(Registered(Submission(), decided)).When(Cancel, Seller).ThenRefused("registration.not-under-review").ForRule("RREC-11");
    }

    [Fact, Rule("RREC-12")]
    public void It_is_cancelled_only_in_the_channel_it_was_registered_in()
    {
        Scenario.InMarket(Registered(ShopHosted)).When(Cancel, Seller).ThenRefused("registration.wrong-channel").ForRule("RREC-12");
        Scenario.InMarket(Registered(Submission() with { Creator = ShopCreator })).When(Cancel, ShopHost).ThenRefused("registration.wrong-channel");
        Scenario.InMarket(Registered(Submission())).When(Cancel, Reviewer).ThenRefused("registration.wrong-channel");
    }

    [Fact, Rule("RREC-12"), Rule("C18")]
    public void An_app_link_registration_follows_its_channel() =>
        Scenario.InMarket(Registered(Submission() with { Entry = RegistrationEntry.TikTokAppLink })).When(Cancel, Seller)
            .Then(Registration.At(Reg(1)).Is(new RegistrationCancelled(RegistrationChannel.SellerCenter)));

    [Fact]
    public void All_broken_rules_come_at_once() =>
        Scenario.InMarket(Registered(ShopHosted, new RegistrationApproved())).When(Cancel with { Confirmed = false }, Seller)
            .ThenRefused("registration.wrong-channel", "registration.not-under-review", "registration.confirmation-required");

    [Fact, Rule("RREC-12")]
    public void Cancelled_is_already_so_in_its_own_channel_alone()
    {
        Scenario.InMarket(Registered(ShopHosted, new RegistrationCancelled(RegistrationChannel.LiveManager))).When(Cancel, ShopHost).ThenAlreadySo();
        Scenario.InMarket(Registered(ShopHosted, new RegistrationCancelled(RegistrationChannel.LiveManager))).When(Cancel, Seller)
            .ThenRefused("registration.wrong-channel", "registration.not-under-review");
    }
}
