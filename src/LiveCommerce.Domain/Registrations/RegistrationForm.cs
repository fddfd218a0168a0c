using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What is filled in to register a LIVE session (REG-04, REG-05).</summary>
/// <param name="WillingnessLevels">Codes of the levels the party is ready for; one or more.</param>
/// <param name="LivePeriod">When the LIVE shall run: one half-open stretch (C16).</param>
/// <param name="MainCategory">A code of the reference list (REG-08).</param>
/// <param name="WhiteBackgroundImage">Content hash of the main product's image on white.</param>
/// <param name="BrandLogo">Content hash of the main product's brand logo.</param>
/// <param name="PlatformMerchandiseSupport">Whether the platform shall organise the products in the LIVE room.</param>
/// <param name="Notes">Free notes.</param>
public sealed record RegistrationForm(
    ValueList<string> WillingnessLevels,
    TimeRange LivePeriod,
    string MainCategory,
    string? WhiteBackgroundImage = null,
    string? BrandLogo = null,
    bool? PlatformMerchandiseSupport = null,
    PersonalText? Notes = null);

/// <summary>The main categories that a session can have (REG-08, C38): seven at this stage.</summary>
public static class MainCategories
{
    /// <summary>The codes.</summary>
    public static ValueList<string> All { get; } =
        ["fashion", "home_living", "mother_and_baby", "health", "beauty_and_personal_care", "electronics", "food_and_beverages"];
}
