using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Campaigns;

public sealed class InvitationTests
{
    static readonly InvitationId New = new(Uuid(49));
    static readonly string NewDigest = new('c', 64);

    [Fact, Rule("CAMP-06")]
    public void An_invitation_to_a_private_campaign_is_issued_and_revoked_once()
    {
        var issued = LivestreamCampaign.At(Private).Is(new InvitationIssued(New, NewDigest, [Shop]));
        var revoked = LivestreamCampaign.At(Private).Is(new InvitationRevoked(New));
        Scenario.InMarket().When(new IssueInvitation(Private, New, NewDigest, [Shop]), Admin).Then(issued);
        Scenario.InMarket(issued).When(new IssueInvitation(Private, New, NewDigest, [Shop]), Admin).ThenAlreadySo();
        Scenario.InMarket(issued).When(new IssueInvitation(Private, New, NewDigest, []), Admin).ThenRefused("invitation.already-issued");
        Scenario.InMarket(issued).When(new RevokeInvitation(Private, New), Admin).Then(revoked);
        Scenario.InMarket(issued, revoked).When(new RevokeInvitation(Private, New), Admin).ThenAlreadySo();
        Scenario.InMarket(issued, revoked).When(new IssueInvitation(Private, New, NewDigest, [Shop]), Admin).ThenRefused("invitation.revoked");
        Scenario.InMarket().When(new RevokeInvitation(Private, New), Admin).ThenNotVisible();
    }

    [Fact, Rule("CAMP-06")]
    public void Invitations_are_for_private_published_campaigns_that_still_run()
    {
        Scenario.InMarket().When(new IssueInvitation(Campaign, New, NewDigest, []), Admin).ThenRefused("campaign.not-private");
        Scenario.InMarket().When(new IssueInvitation(Drafted, New, NewDigest, []), Admin).ThenRefused("campaign.not-published");
        Scenario.InMarket().When(new IssueInvitation(Private, New, "token", []), Admin, Period.End).ThenRefused("campaign.ended", "invitation.digest.invalid");
    }

    [Fact, Rule("CAMP-06"), Rule("CAMP-08")]
    public void A_draft_is_seen_by_the_platform_and_the_auditor()
    {
        var draft = LivestreamCampaign.Kind.Fold([new CampaignDrafted(Drafted, Terms)]);
        draft.IsVisibleTo(Reviewer, null).ShouldBeTrue();
        draft.IsVisibleTo(Auditor, null).ShouldBeTrue();
        draft.IsVisibleTo(Seller, TokenDigest).ShouldBeFalse();
        new LivestreamCampaign.NotDrafted().IsVisibleTo(Admin, null).ShouldBeFalse();
    }

    [Fact, Rule("CAMP-06")]
    public void A_private_campaign_is_seen_with_a_valid_invitation_alone()
    {
        var campaign = (LivestreamCampaign.Published)LivestreamCampaign.Kind.Fold(Market.Where(fact => fact.Stream == LivestreamCampaign.At(Private)).Select(fact => fact.Body));
        campaign.IsVisibleTo(Seller, null).ShouldBeFalse();
        campaign.IsVisibleTo(Seller, NewDigest).ShouldBeFalse();
        campaign.IsVisibleTo(Seller, TokenDigest).ShouldBeTrue();
        campaign.IsVisibleTo(Seller, NamedDigest).ShouldBeTrue();
        campaign.IsVisibleTo(OtherSeller, NamedDigest).ShouldBeFalse();
        campaign.IsVisibleTo(Host, NamedDigest).ShouldBeFalse();
        campaign.IsVisibleTo(ShopHost, NamedDigest).ShouldBeFalse();
        campaign.IsVisibleTo(ShopHost, TokenDigest).ShouldBeTrue();
        campaign.IsVisibleTo(Reviewer, null).ShouldBeTrue();
        campaign.IsVisibleTo(Auditor, null).ShouldBeTrue();
        var revoked = (LivestreamCampaign.Published)LivestreamCampaign.Evolve(campaign, new InvitationRevoked(OpenInvitation));
        revoked.IsVisibleTo(Seller, TokenDigest).ShouldBeFalse();
        revoked.IsVisibleTo(Seller, NamedDigest).ShouldBeTrue();
    }
}
