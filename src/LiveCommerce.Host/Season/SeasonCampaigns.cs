using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Season;

/// <summary>The three campaigns of the named parties: one that is open for months, one by invitation, one that is over.</summary>
static class SeasonCampaigns
{
    public static CampaignId FridayNights { get; } = new(SeasonIds.Of("campaigns/friday-nights"));

    public static CampaignId BeautyInsiders { get; } = new(SeasonIds.Of("campaigns/beauty-insiders"));

    public static CampaignId WarmUpWeek { get; } = new(SeasonIds.Of("campaigns/warm-up-week"));

    public static InvitationId KilauInvitation { get; } = new(SeasonIds.Of("invitations/kilau"));

    /// <summary>The sample invitation's token: like the whole season no secret, and the same on every machine. Who shares a real one draws 128 random bits.</summary>
    public static string KilauInvitationToken { get; } = Digest.Of("sample invitation for Kilau Beauty")[..32];

    static ValueList<LevelRequirement> Levels { get; } = [new("S", 180), new("A", 120), new("B", 60)];

    public static CampaignTerms FridayNightsTerms(SeasonDay day) => new(
        "Friday Night LIVE",
        "Prime-time slots on the LIVE tab every Friday, with platform coupons for every approved session.",
        Cover: null,
        CampaignVisibility.Public,
        Levels,
        RegistrationWindow: new(day.At(-14), day.At(180)),
        Period: new(day.At(1), day.At(210)),
        Forms: []);

    public static CampaignTerms BeautyInsidersTerms(SeasonDay day) => new(
        "Beauty Insiders",
        "New launches shown first by invited shops; shared by the account manager.",
        Cover: null,
        CampaignVisibility.Private,
        Levels,
        RegistrationWindow: new(day.At(-10), day.At(60)),
        Period: new(day.At(5), day.At(90)),
        Forms: []);

    public static CampaignTerms WarmUpWeekTerms(SeasonDay day) => new(
        "Warm-up Week",
        "A week of shorter sessions before the season.",
        Cover: null,
        CampaignVisibility.Public,
        Levels,
        RegistrationWindow: new(day.At(-35), day.At(-20)),
        Period: new(day.At(-28), day.At(-18)),
        Forms: []);
}
