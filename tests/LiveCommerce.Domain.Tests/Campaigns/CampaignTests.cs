using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Campaigns;

public sealed class CampaignTests
{
    static readonly CampaignId New = new(Uuid(39));
    static readonly CampaignTerms Changed = Terms with { Name = "Summer" };

    [Fact, Rule("CAMP-08")]
    public void A_campaign_is_drafted_changed_and_published()
    {
        Scenario.Given().When(new DraftCampaign(New, Terms), Admin).Then(LivestreamCampaign.At(New).Is(new CampaignDrafted(New, Terms)));
        Scenario.InMarket().When(new ChangeCampaign(Drafted, Changed), Admin).Then(LivestreamCampaign.At(Drafted).Is(new CampaignChanged(Changed)));
        Scenario.InMarket().When(new PublishCampaign(Drafted), Admin).Then(LivestreamCampaign.At(Drafted).Is(new CampaignPublished()));
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        Scenario.InMarket().When(new DraftCampaign(Drafted, Terms), Admin).ThenAlreadySo();
        Scenario.InMarket().When(new ChangeCampaign(Drafted, Terms), Admin).ThenAlreadySo();
        Scenario.InMarket().When(new PublishCampaign(Campaign), Admin).ThenAlreadySo();
        Scenario.InMarket().When(new ExtendCampaign(Campaign, null, Period.End), Admin).ThenAlreadySo();
    }

    [Fact, Rule("CAMP-08")]
    public void A_published_campaign_is_immutable_but_for_extension_and_end()
    {
        Scenario.InMarket().When(new ChangeCampaign(Campaign, Changed), Admin).ThenRefused("campaign.not-draft");
        Scenario.InMarket().When(new DraftCampaign(Campaign, Changed), Admin).ThenRefused("campaign.already-drafted");
    }

    [Fact, Rule("CAMP-08"), Rule("CAMP-09")]
    public void Terms_that_make_no_sense_are_refused_for_every_reason()
    {
        var upsideDown = new TimeRange(Period.End, Period.Start);
        var twice = RegistrationFormSpec.Standard(RegistrationEntry.LiveManager);
        var nonsense = Terms with { Name = " ", RegistrationWindow = upsideDown, Period = upsideDown, Levels = [], Forms = [twice, twice] };
        Scenario.Given().When(new DraftCampaign(New, nonsense), Admin)
            .ThenRefused("campaign.name.missing", "campaign.window.invalid", "campaign.window.invalid", "campaign.levels.invalid", "campaign.forms.invalid")
            .OnFields("name", "registrationWindow", "period", "levels", "forms");
    }

    [Fact, Rule("CAMP-08")]
    public void Registration_ends_no_later_than_the_campaign()
    {
        var tight = Terms with { RegistrationWindow = Window with { End = Period.End } };
        var late = Terms with { RegistrationWindow = Window with { End = On("2026-03-01T00:00:00.000001Z") } };
        Scenario.Given().When(new DraftCampaign(New, tight), Admin).Then(LivestreamCampaign.At(New).Is(new CampaignDrafted(New, tight)));
        Scenario.Given().When(new DraftCampaign(New, late), Admin).ThenRefused("campaign.window.invalid").OnFields("registrationWindow");
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(40_321), Rule("CAMP-09")]
    public void A_level_s_minutes_fit_into_the_campaign(int minutes) =>
        Scenario.Given().When(new DraftCampaign(New, Terms with { Levels = [new("S", minutes)] }), Admin).ThenRefused("campaign.levels.invalid").ForRule("CAMP-09");

    [Fact, Rule("CAMP-09")]
    public void A_level_of_exactly_the_campaign_s_length_fits() =>
        Scenario.Given().When(new DraftCampaign(New, Terms with { Levels = [new("S", 40_320)] }), Admin)
            .Then(LivestreamCampaign.At(New).Is(new CampaignDrafted(New, Terms with { Levels = [new("S", 40_320)] })));

    [Fact]
    public void An_extension_moves_ends_to_later_instants_alone()
    {
        var later = On("2026-04-01T00:00:00Z");
        Scenario.InMarket().When(new ExtendCampaign(Campaign, null, later), Admin).Then(LivestreamCampaign.At(Campaign).Is(new CampaignExtended(Window.End, later)));
        Scenario.InMarket().When(new ExtendCampaign(Campaign, later, null), Admin).ThenRefused("campaign.window.invalid").OnFields("registrationEnd");
        Scenario.InMarket().When(new ExtendCampaign(Campaign, Window.Start, Period.Start), Admin)
            .ThenRefused("campaign.window.invalid", "campaign.window.invalid").OnFields("registrationEnd", "periodEnd");
        Scenario.InMarket().When(new ExtendCampaign(Drafted, null, later), Admin).ThenRefused("campaign.not-published");
        Scenario.InMarket().When(new ExtendCampaign(Campaign, null, later), Admin, Period.End).ThenRefused("campaign.ended");
    }

    [Fact, Rule("RREC-18")]
    public void A_campaign_ends_early_with_a_reason_and_that_is_its_end()
    {
        var ended = LivestreamCampaign.At(Campaign).Is(new CampaignEnded(Now, Text("sold out")));
        Scenario.InMarket().When(new EndCampaign(Campaign, Text("sold out")), Admin).Then(ended);
        Scenario.InMarket(ended).When(new EndCampaign(Campaign, Text("again")), Admin).ThenAlreadySo();
        Scenario.InMarket(ended).When(new ExtendCampaign(Campaign, null, On("2026-04-01T00:00:00Z")), Admin).ThenRefused("campaign.ended");
        Scenario.InMarket().When(new EndCampaign(Campaign, Text("late")), Admin, Period.End).ThenRefused("campaign.ended");
        Scenario.InMarket().When(new PublishCampaign(Drafted), Admin, Period.End).ThenRefused("campaign.ended");
    }

    [Fact]
    public void Campaigns_are_run_by_the_platform_alone()
    {
        Scenario.InMarket().When(new EndCampaign(Campaign, Text("mine")), Seller).ThenNotVisible();
        Scenario.InMarket().When(new PublishCampaign(New), Admin).ThenNotVisible();
    }
}
