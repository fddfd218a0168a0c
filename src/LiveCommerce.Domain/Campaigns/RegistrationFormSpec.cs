using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Registrations;

namespace LiveCommerce.Campaigns;

/// <summary>Whether a form asks for a field (C19).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldRule>))]
public enum FieldRule
{
    /// <summary>Must be filled in.</summary>
    Required,

    /// <summary>May be filled in.</summary>
    Optional,

    /// <summary>Is not on the form.</summary>
    Hidden,
}

/// <summary>What the form of one entry asks for beside levels, live period and category (C19).</summary>
/// <param name="Entry">Where the form is filled in.</param>
/// <param name="WhiteBackgroundImage">An image of the main product on white.</param>
/// <param name="BrandLogo">The main product's brand logo.</param>
/// <param name="PlatformMerchandiseSupport">Whether the platform shall organise the products in the LIVE room.</param>
/// <param name="Notes">Free notes.</param>
public sealed record RegistrationFormSpec(
    RegistrationEntry Entry,
    FieldRule WhiteBackgroundImage,
    FieldRule BrandLogo,
    FieldRule PlatformMerchandiseSupport,
    FieldRule Notes)
{
    /// <summary>The standard form: Seller Center asks for images (REG-04), the app and LIVE Manager for merchandise support (REG-05).</summary>
    public static RegistrationFormSpec Standard(RegistrationEntry entry) => entry switch
    {
        RegistrationEntry.SellerCenterPc => new(entry, FieldRule.Required, FieldRule.Required, FieldRule.Hidden, FieldRule.Optional),
        RegistrationEntry.TikTokAppLink or RegistrationEntry.LiveManager => new(entry, FieldRule.Hidden, FieldRule.Hidden, FieldRule.Required, FieldRule.Optional),
        _ => throw new UnreachableException(),
    };
}
