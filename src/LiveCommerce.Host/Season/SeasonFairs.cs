using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Season;

/// <summary>A campaign as the crowd meets it. Days are counted from the season's.</summary>
/// <param name="Name">Names it for ever.</param>
/// <param name="Submitted">The first and the last day on which the crowd registers.</param>
/// <param name="Live">The first and the last day on which its sessions begin.</param>
/// <param name="Terms">What is published.</param>
sealed record SeasonFair(string Name, (int From, int To) Submitted, (int From, int To) Live, Func<SeasonDay, CampaignTerms> Terms)
{
    public CampaignId Id { get; } = new(SeasonIds.Of($"campaigns/{Name}"));

    /// <summary>When it ends before the season's day; null while it runs or is to come.</summary>
    public (int Day, int Hour)? Ends { get; init; }

    /// <summary>The token of the invitation that the crowd holds.</summary>
    public string? Token { get; init; }

    public bool AsksForNotes { get; init; }
}

/// <summary>Every campaign that takes registrations, and those that do not: one to come and a draft.</summary>
static class SeasonFairs
{
    static ValueList<LevelRequirement> FewLevels { get; } = [new("S", 180), new("A", 120), new("B", 60)];

    static ValueList<LevelRequirement> ManyLevels { get; } =
        [new("S+", 240), new("S", 210), new("A+", 180), new("A", 150), new("B+", 120), new("B", 90), new("C", 60), new("D", 45), new("Starter", 30)];

    public static SeasonFair FridayNights { get; } = new("friday-nights", (-13, -5), (1, 60), SeasonCampaigns.FridayNightsTerms);

    public static SeasonFair BeautyInsiders { get; } = new("beauty-insiders", (-9, -5), (5, 60), SeasonCampaigns.BeautyInsidersTerms) { Token = TokenOf("beauty insiders") };

    public static SeasonFair WarmUpWeek { get; } = new("warm-up-week", (-34, -30), (-26, -21), SeasonCampaigns.WarmUpWeekTerms) { Ends = (-18, 0) };

    public static SeasonFair PaydayRush { get; } = new("payday-rush", (-29, -8), (-11, 15), day => Of(
        day, "Payday Rush", "Three weeks around payday. It runs, and still takes registrations.", FewLevels, (-30, 8), (-12, 18)));

    public static SeasonFair NightMarket { get; } = new("night-market", (-19, -6), (3, 9), day => Of(
        day, "Night Market LIVE", "Late sessions with street-food shops and small makers.", [new("A", 120), new("B", 60)], (-20, -2), (3, 12)));

    public static SeasonFair HarvestFair { get; } = new("harvest-fair", (-19, -5), (2, 42), day => Of(
        day, "Harvest Fair", "For shops of every size: nine levels, from half an hour to four.", ManyLevels, (-20, 20), (2, 45)) with
        {
            Forms =
            [
                new(RegistrationEntry.TikTokAppLink, FieldRule.Hidden, FieldRule.Hidden, FieldRule.Required, FieldRule.Required),
                new(RegistrationEntry.SellerCenterPc, FieldRule.Optional, FieldRule.Optional, FieldRule.Hidden, FieldRule.Optional),
            ],
        }) { AsksForNotes = true };

    public static SeasonFair KitchenWeek { get; } = new("kitchen-week", (-25, -17), (-15, -5), day => Of(
        day, "Kitchen Week", "Cooking LIVE, from breakfast to supper.", FewLevels, (-26, -10), (-16, -2))) { Ends = (-8, 9) };

    public static SeasonFair CreatorCircle { get; } = new("creator-circle", (-17, -7), (-4, 22), day => Of(
        day, "Creator Circle", "For creators whom the platform knows; shared by the creator managers.", FewLevels, (-18, 5), (-5, 25)) with { Visibility = CampaignVisibility.Private })
        { Token = TokenOf("creator circle") };

    public static SeasonFair GrandYearSale { get; } = new("grand-year-sale", default, default, day => Of(
        day, "Grand Year Sale", "The week of the year. Registration opens soon.", ManyLevels, (7, 30), (40, 47)));

    public static SeasonFair SpringPreview { get; } = new("spring-preview", default, default, day => Of(
        day, "Spring Preview", "Being prepared.", FewLevels, (60, 80), (90, 100)));

    /// <summary>Where anybody registers.</summary>
    public static IReadOnlyList<SeasonFair> ForAll { get; } = [FridayNights, WarmUpWeek, PaydayRush, NightMarket, HarvestFair, KitchenWeek];

    /// <summary>Every campaign of the season.</summary>
    public static IReadOnlyList<SeasonFair> All { get; } =
        [FridayNights, BeautyInsiders, WarmUpWeek, PaydayRush, NightMarket, HarvestFair, KitchenWeek, CreatorCircle, GrandYearSale, SpringPreview];

    static CampaignTerms Of(SeasonDay day, string name, string details, ValueList<LevelRequirement> levels, (int From, int To) window, (int From, int To) period) => new(
        name, details, Cover: null, CampaignVisibility.Public, levels, new(day.At(window.From), day.At(window.To)), new(day.At(period.From), day.At(period.To)), Forms: []);

    // like the whole season no secret
    static string TokenOf(string name) => Digest.Of($"sample invitation to {name}")[..32];
}
