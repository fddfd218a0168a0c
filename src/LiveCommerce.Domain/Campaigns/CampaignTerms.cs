using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Campaigns;

/// <summary>Who finds a campaign (CAMP-06).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignVisibility>))]
public enum CampaignVisibility
{
    /// <summary>Listed for everybody.</summary>
    Public,

    /// <summary>Never listed; reached by an invitation alone.</summary>
    Private,
}

/// <summary>A level of LIVE session and the shortest live period that it asks for (CAMP-09).</summary>
/// <param name="Level">The level's code, such as <c>S</c>.</param>
/// <param name="MinimumMinutes">The shortest live period, in whole minutes.</param>
public sealed record LevelRequirement(string Level, int MinimumMinutes);

/// <summary>What the platform publishes about a campaign (CAMP-08): public text, dates, levels and the forms to fill in.</summary>
/// <param name="Name">Public.</param>
/// <param name="Details">Public.</param>
/// <param name="Cover">The cover image's content hash.</param>
/// <param name="Visibility">Public, or by invitation.</param>
/// <param name="Levels">The levels, each with its minimum live period (CAMP-09).</param>
/// <param name="RegistrationWindow">When registrations are taken.</param>
/// <param name="Period">When the campaign runs; independent of the window (C37).</param>
/// <param name="Forms">The forms that differ from the standard ones (C19).</param>
public sealed record CampaignTerms(
    string Name,
    string Details,
    string? Cover,
    CampaignVisibility Visibility,
    ValueList<LevelRequirement> Levels,
    TimeRange RegistrationWindow,
    TimeRange Period,
    ValueList<RegistrationFormSpec> Forms)
{
    /// <summary>The form of an entry: the campaign's own, else the standard one (C19).</summary>
    public RegistrationFormSpec FormOf(RegistrationEntry entry) =>
        Forms.FirstOrDefault(form => form.Entry == entry) ?? RegistrationFormSpec.Standard(entry);

    /// <summary>These terms with later ends.</summary>
    public CampaignTerms ExtendedTo(Moment registrationEnd, Moment periodEnd) =>
        this with { RegistrationWindow = RegistrationWindow with { End = registrationEnd }, Period = Period with { End = periodEnd } };

    /// <summary>The requirement of a level, where the campaign has that level.</summary>
    public LevelRequirement? Level(string code) => Levels.FirstOrDefault(level => level.Level == code);
}
