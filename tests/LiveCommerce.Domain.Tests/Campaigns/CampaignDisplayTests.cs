using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Campaigns;

public sealed class CampaignDisplayTests
{
    [Theory, Rule("C37")]
    [InlineData("2025-12-31T23:59:59Z", CampaignPhase.NotOpen, false)]
    [InlineData("2026-01-01T00:00:00Z", CampaignPhase.OpenForRegistration, true)]
    [InlineData("2026-02-01T00:00:00Z", CampaignPhase.Ongoing, true)]
    [InlineData("2026-02-10T00:00:00Z", CampaignPhase.Ongoing, false)]
    [InlineData("2026-02-28T23:59:59.999999Z", CampaignPhase.Ongoing, false)]
    [InlineData("2026-03-01T00:00:00Z", CampaignPhase.Ended, false)]
    public void The_phase_follows_from_two_windows(string now, CampaignPhase phase, bool isOpen)
    {
        var campaign = new LivestreamCampaign.Published(Campaign, Terms, [], null);
        campaign.PhaseAt(On(now)).ShouldBe(phase);
        campaign.IsOpenForRegistration(On(now)).ShouldBe(isOpen);
    }

    [Fact, Rule("C37")]
    public void Between_registration_and_campaign_registration_is_closed() =>
        CampaignPhases.At(On("2026-01-20T00:00:00Z"), Range("2026-01-01T00:00:00Z", "2026-01-15T00:00:00Z"), Period).ShouldBe(CampaignPhase.RegistrationClosed);

    [Fact, Rule("CAMP-08"), Rule("CAMP-09"), Rule("REG-15")]
    public void The_row_shows_what_a_party_opts_in_by()
    {
        var row = Rows(new CampaignDrafted(Campaign, Terms with { Cover = TokenDigest }), new CampaignPublished(), new CampaignExtended(Window.End, On("2026-04-01T00:00:00Z")));
        row.Terms.ShouldBe((Terms with { Cover = TokenDigest }).ExtendedTo(Window.End, On("2026-04-01T00:00:00Z")));
        row.Terms.Level("S").ShouldBe(new LevelRequirement("S", 120));
        (row.IsPublished, row.Version, row.PublishedAt, row.PhaseAt(On("2026-03-01T00:00:00Z"))).ShouldBe((true, 3, Now, CampaignPhase.Ongoing));
    }

    [Fact, Rule("CAMP-08")]
    public void An_early_end_is_the_end_in_the_row_too()
    {
        var row = Rows(new CampaignDrafted(Campaign, Terms), new CampaignPublished(), new CampaignEnded(Now, Text("sold out")));
        (row.End, row.PhaseAt(Now)).ShouldBe((Now, CampaignPhase.Ended));
    }

    [Fact, Rule("REG-04"), Rule("REG-05"), Rule("C19")]
    public void The_standard_forms_are_the_two_lists_of_the_guide()
    {
        RegistrationFormSpec.Standard(RegistrationEntry.SellerCenterPc)
            .ShouldBe(new(RegistrationEntry.SellerCenterPc, FieldRule.Required, FieldRule.Required, FieldRule.Hidden, FieldRule.Optional));
        RegistrationFormSpec.Standard(RegistrationEntry.TikTokAppLink)
            .ShouldBe(new(RegistrationEntry.TikTokAppLink, FieldRule.Hidden, FieldRule.Hidden, FieldRule.Required, FieldRule.Optional));
    }

    static CampaignRecord Rows(params IEvent[] facts) =>
        facts.Select((body, index) => new Fact(Campaign.Value, index + 1, Now, body)).Aggregate((CampaignRecord?)null, CampaignRecord.Fold).ShouldNotBeNull();
}
