using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class FormTests
{
    [Theory, Rule("REG-06"), Rule("C16")]
    [InlineData("2026-02-01T00:00:00Z", "2026-02-01T01:00:00Z", true)]
    [InlineData("2026-01-31T23:59:59.999999Z", "2026-02-01T01:00:00Z", false)]
    [InlineData("2026-02-28T23:00:00Z", "2026-03-01T00:00:00Z", true)]
    [InlineData("2026-02-28T23:00:00Z", "2026-03-01T00:00:00.000001Z", false)]
    public void The_live_period_lies_within_the_campaign(string start, string end, bool fits) =>
        Try(SellerForm with { LivePeriod = Range(start, end) }, fits ? [] : ["registration.period.outside-campaign"], "livePeriod");

    [Theory, Rule("REG-07"), Rule("C14"), Rule("C15")]
    [InlineData(120, true)]
    [InlineData(119, false)]
    public void The_longest_minimum_of_the_chosen_levels_is_asked_for(int minutes, bool fits) =>
        Try(SellerForm with { WillingnessLevels = ["B", "S", "A"], LivePeriod = Live(minutes) }, fits ? [] : ["registration.period.too-short"], "livePeriod");

    [Fact, Rule("REG-07"), Rule("C15")]
    public void A_short_period_is_told_what_is_missing() =>
        Scenario.InMarket().When(Submit(SellerForm with { WillingnessLevels = ["S"], LivePeriod = Live(119) }), Seller)
            .ThenRefused("registration.period.too-short").ForRule("REG-07").WithDetails(("required_minutes", "120"), ("actual_minutes", "119"));

    [Fact, Rule("REG-06")]
    public void A_period_that_has_passed_is_refused() =>
        Scenario.InMarket().When(Submit(SellerForm with { LivePeriod = Live(60, "2026-02-02T00:00:00Z") }), Seller, On("2026-02-02T01:00:00Z"))
            .ThenRefused("registration.period.over");

    [Fact, Rule("REG-06")]
    public void A_period_that_ends_before_it_starts_is_refused() =>
        Try(SellerForm with { LivePeriod = new(Live(60).End, Live(60).Start) }, ["registration.period.invalid"], "livePeriod");

    [Fact, Rule("REG-04"), Rule("REG-05")]
    public void One_level_or_more_is_chosen_among_the_campaign_s()
    {
        Try(SellerForm with { WillingnessLevels = [] }, ["registration.level.required"], "willingnessLevels");
        Try(SellerForm with { WillingnessLevels = ["A", "Z"] }, ["registration.level.unknown"], "willingnessLevels[1]");
        Try(SellerForm with { WillingnessLevels = ["A", "B"] }, [], "");
    }

    [Fact, Rule("REG-08"), Rule("C38")]
    public void There_are_seven_main_categories()
    {
        MainCategories.All.Count.ShouldBe(7);
        foreach (var category in MainCategories.All) Try(SellerForm with { MainCategory = category }, [], "");
        Try(SellerForm with { MainCategory = "health_beauty_and_personal_care" }, ["registration.category.unknown"], "mainCategory");
    }

    [Fact, Rule("REG-04"), Rule("C19")]
    public void The_standard_seller_center_form_asks_for_two_images_and_offers_notes()
    {
        var terms = Terms with { Forms = [] };
        Try(SellerForm, ["registration.image.count", "registration.image.count"], "whiteBackgroundImage", terms, "brandLogo");
        var full = SellerForm with { WhiteBackgroundImage = TokenDigest, BrandLogo = NamedDigest };
        Try(full, [], "", terms);
        Try(full with { Notes = Text("two hosts") }, [], "", terms);
        Try(full with { PlatformMerchandiseSupport = true }, ["registration.field.not-asked"], "platformMerchandiseSupport", terms);
    }

    [Fact, Rule("REG-05"), Rule("C19")]
    public void The_app_s_form_asks_for_merchandise_support_and_takes_no_images()
    {
        var command = new SubmitRegistration(Reg(1), Campaign, SellerForm, Affiliate, RegistrationEntry.TikTokAppLink);
        Scenario.InMarket().When(command, Host).ThenRefused("registration.field.required").ForRule("REG-05").OnFields("platformMerchandiseSupport");
        Scenario.InMarket().When(command with { Form = CreatorForm with { BrandLogo = TokenDigest } }, Host)
            .ThenRefused("registration.field.not-asked").ForRule("REG-05").OnFields("brandLogo");
    }

    [Fact, Rule("C19")]
    public void A_campaign_s_own_form_holds_for_its_entry() =>
        Try(SellerForm, ["registration.field.required"], "notes", Terms with
        {
            Forms = [new(RegistrationEntry.SellerCenterPc, FieldRule.Hidden, FieldRule.Hidden, FieldRule.Hidden, FieldRule.Required)],
        });

    [Fact]
    public void Every_broken_rule_comes_at_once() =>
        Scenario.InMarket(Registered(Submission(0, 100)))
            .When(Submit(new([], Live(1, "2025-01-01T00:00:00Z"), "toys", null, null, true)) with { Entry = RegistrationEntry.LiveManager, Account = Marketing }, Seller, On("2025-06-01T00:00:00Z"))
            .ThenRefused(
                "registration.window-closed", "registration.entry.wrong-channel", "account.not-official", "registration.level.required",
                "registration.period.outside-campaign", "registration.period.over", "registration.category.unknown", "registration.cap-reached");

    static SubmitRegistration Submit(RegistrationForm form) => new(Reg(1), Campaign, form);

    static void Try(RegistrationForm form, string[] codes, string field, CampaignTerms? terms = null, string? secondField = null)
    {
        NewFact[] images = [.. new[] { TokenDigest, NamedDigest }.SelectMany(hash => new[] { ImagePut(Party.Of(Shop), hash), ImageUsed(Party.Of(Shop), hash, Reg(0)) })];
        var scenario = Scenario.Given([.. Market.Where(fact => fact.Stream != LivestreamCampaign.At(Campaign)), .. Published(Campaign, terms ?? Terms), .. images])
            .When(Submit(form), Seller);
        if (codes.Length == 0) scenario.Then(SubmitTests.Accepted(Submission() with { Form = form, RequiredMinutes = form.WillingnessLevels.Contains("S") ? 120 : 60 }));
        else scenario.ThenRefused(codes).OnFields(secondField is null ? [field] : [field, secondField]);
    }
}
