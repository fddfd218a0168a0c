using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class OnBehalfTests
{
    static readonly SubmitRegistration ForShop =
        new(Reg(1), Campaign, SellerForm, OnBehalfOf: new(Party.Of(Shop), RegistrationChannel.SellerCenter, Official, Text("Ann of ops")));

    [Fact, Rule("RREC-17"), Rule("C40")]
    public void An_operator_registers_for_a_merchant_and_is_named() =>
        Scenario.InMarket().When(ForShop, Reviewer).Then(SubmitTests.Accepted(Submission() with { OpsUser = Reviewer.UserId, OpsName = Text("Ann of ops") }));

    [Fact, Rule("RREC-17"), Rule("C40")]
    public void An_operator_registers_for_a_creator() =>
        Scenario.InMarket()
            .When(new SubmitRegistration(Reg(1), Campaign, CreatorForm, OnBehalfOf: new(Party.Of(Creator), RegistrationChannel.LiveManager, Affiliate, null)), Reviewer)
            .Then(SubmitTests.Accepted(CreatorSubmission() with { OpsUser = Reviewer.UserId }));

    [Fact, Rule("REG-01")]
    public void The_rules_of_the_channel_hold_for_operators_too()
    {
        Scenario.InMarket().When(ForShop with { OnBehalfOf = new(Party.Of(Shop), RegistrationChannel.SellerCenter, Marketing, null) }, Reviewer).ThenRefused("account.not-official");
        Scenario.InMarket().When(ForShop with { OnBehalfOf = new(Party.Of(Shop), RegistrationChannel.SellerCenter, OtherOfficial, null) }, Reviewer).ThenRefused("account.unknown");
        Scenario.InMarket().When(ForShop with { Campaign = Drafted }, Reviewer).ThenRefused("campaign.not-published");
    }

    [Fact, Rule("RREC-17")]
    public void Operators_say_for_whom_and_parties_act_for_themselves()
    {
        Scenario.InMarket().When(ForShop with { OnBehalfOf = null }, Reviewer).ThenRefused("registration.on-behalf.required");
        Scenario.InMarket().When(ForShop, Seller).ThenRefused("registration.on-behalf.not-allowed");
    }
}
