using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class VisibilityTests
{
    static readonly SubmitRegistration ToPrivate = new(Reg(1), Private, SellerForm);

    [Fact, Rule("CAMP-06")]
    public void A_private_campaign_without_its_invitation_is_not_there()
    {
        Scenario.InMarket().When(ToPrivate, Seller).ThenNotVisible();
        Scenario.InMarket().When(ToPrivate with { InvitationDigest = new('f', 64) }, Seller).ThenNotVisible();
        Scenario.InMarket().When(ToPrivate with { InvitationDigest = NamedDigest }, OtherSeller).ThenNotVisible();
        Scenario.InMarket(LivestreamCampaign.At(Private).Is(new InvitationRevoked(OpenInvitation)))
            .When(ToPrivate with { InvitationDigest = TokenDigest }, Seller).ThenNotVisible();
    }

    [Fact, Rule("CAMP-06")]
    public void A_private_campaign_opens_to_its_invitation()
    {
        Scenario.InMarket().When(ToPrivate with { InvitationDigest = TokenDigest }, OtherSeller)
            .Then(SubmitTests.Accepted(Submission() with { Campaign = Private, Party = Party.Of(OtherShop), Merchant = OtherShop, Account = OtherOfficial }));
        Scenario.InMarket().When(ToPrivate with { InvitationDigest = NamedDigest }, Seller)
            .Then(SubmitTests.Accepted(Submission() with { Campaign = Private }));
        Scenario.InMarket().When(ToPrivate with { InvitationDigest = TokenDigest, Form = CreatorForm, Account = ShopAffiliate }, ShopHost)
            .Then(SubmitTests.Accepted(CreatorSubmission() with { Campaign = Private, Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator, Account = ShopAffiliate }));
    }

    [Fact, Rule("CAMP-06")]
    public void An_invitation_for_named_merchants_does_not_open_to_their_creators() =>
        Scenario.InMarket().When(ToPrivate with { InvitationDigest = NamedDigest, Form = CreatorForm, Account = ShopAffiliate }, ShopHost).ThenNotVisible();

    [Fact]
    public void A_draft_or_unknown_campaign_is_not_there()
    {
        Scenario.InMarket().When(ToPrivate with { Campaign = Drafted }, Seller).ThenNotVisible();
        Scenario.InMarket().When(ToPrivate with { Campaign = new(Uuid(99)) }, Seller).ThenNotVisible();
    }

    [Fact, Rule("RREC-01")]
    public void A_registration_is_seen_by_its_merchant_and_its_creator()
    {
        var session = new RegisteredSession(CreatorSubmission() with { Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator, Account = ShopAffiliate });
        session.IsVisibleTo(Seller).ShouldBeTrue();
        session.IsVisibleTo(ShopHost).ShouldBeTrue();
        session.IsVisibleTo(Reviewer).ShouldBeTrue();
        session.IsVisibleTo(Auditor).ShouldBeTrue();
        session.IsVisibleTo(OtherSeller).ShouldBeFalse();
        session.IsVisibleTo(Host).ShouldBeFalse();
    }

    [Fact]
    public void Somebody_else_s_registration_is_not_there()
    {
        Scenario.InMarket(Registered(Submission())).When(new CancelRegistration(Reg(1), true), OtherSeller).ThenNotVisible();
        Scenario.InMarket(Registered(Submission())).When(new CancelRegistration(Reg(1), true), Host).ThenNotVisible();
        Scenario.InMarket().When(new ApproveRegistration(Reg(1)), Reviewer).ThenNotVisible();
    }
}
