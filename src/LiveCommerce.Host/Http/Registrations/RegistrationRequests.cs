using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>Registers a LIVE session for a campaign (REG-01..11). The channel follows from the token and is never sent.</summary>
/// <param name="WillingnessLevels">Codes of the campaign's levels that you are ready for; one or more.</param>
/// <param name="LivePeriod">When the LIVE shall run; the end does not belong to it.</param>
/// <param name="MainCategory">One of the main categories, such as <c>health</c> (REG-08).</param>
/// <param name="WhiteBackgroundImage">Content hash of the main product's image, where the form asks for it.</param>
/// <param name="BrandLogo">Content hash of the brand's logo, where the form asks for it.</param>
/// <param name="PlatformMerchandiseSupport">Whether the platform shall organise the products, where the form asks for it.</param>
/// <param name="Notes">Anything else.</param>
/// <param name="Account">The account that goes LIVE; a merchant's official account when left out.</param>
/// <param name="Entry">Where the form was filled in: TikTokAppLink, or the channel's usual one when left out (C18).</param>
/// <param name="DuplicatedFrom">The registration it is made from (RREC-13).</param>
/// <param name="OnBehalfOf">For whom an operator registers.</param>
sealed record RegisterRequest(
    IReadOnlyList<string> WillingnessLevels,
    TimeRange LivePeriod,
    string MainCategory,
    string? WhiteBackgroundImage = null,
    string? BrandLogo = null,
    bool? PlatformMerchandiseSupport = null,
    string? Notes = null,
    AccountId? Account = null,
    RegistrationEntry? Entry = null,
    RegistrationId? DuplicatedFrom = null,
    OnBehalfOfRequest? OnBehalfOf = null)
{
    internal RegistrationForm ToForm(PersonalText? notes) => new(
        TextRules.Codes(WillingnessLevels, "willingnessLevels").ToValueList(),
        LivePeriod,
        TextRules.Optional(MainCategory, "mainCategory", TextLimits.Code),
        TextRules.ContentHash(WhiteBackgroundImage, "whiteBackgroundImage"),
        TextRules.ContentHash(BrandLogo, "brandLogo"),
        PlatformMerchandiseSupport,
        notes);
}

/// <summary>For whom an operator registers (RREC-17).</summary>
/// <param name="Party">The merchant (<c>mer_...</c>) or creator (<c>crt_...</c>).</param>
/// <param name="Channel">SellerCenter or LiveManager.</param>
/// <param name="Account">The account that goes LIVE.</param>
/// <param name="OpsName">The operator's name as the party shall see it.</param>
sealed record OnBehalfOfRequest(Party Party, RegistrationChannel Channel, AccountId Account, string? OpsName = null);

/// <summary>Registers a session's information once more in each of these live periods, all or none (BEY-11).</summary>
/// <param name="LivePeriods">1 to 100, in the order in which they take their slots.</param>
/// <param name="OpsName">The operator's name as the party shall see it, where the platform registers on behalf.</param>
sealed record DuplicateSeriesRequest(IReadOnlyList<TimeRange> LivePeriods, string? OpsName = null);

/// <summary>A decision that needs a reason.</summary>
sealed record ReasonRequest(string Reason);

/// <summary>Withdraws a registration.</summary>
/// <param name="Confirmed">Must be true: the party was asked whether it is sure (RREC-11).</param>
sealed record CancelRequest(bool Confirmed = false);

/// <summary>Assesses the session's level.</summary>
sealed record AssessRequest(string Level);

/// <summary>Says that the party was spoken with, which permits one modification (REG-12).</summary>
sealed record ContactRequest(string Note);

/// <summary>Groups the session's products, all of them anew.</summary>
/// <param name="Products">1 to 150, each once.</param>
sealed record GroupProductsRequest(IReadOnlyList<GroupedProductRequest> Products);

/// <summary>A product of a session (RREC-16).</summary>
/// <param name="MainImage">The main image: its content hash, or its https address.</param>
/// <param name="Name">The product's name.</param>
/// <param name="ProductId">The marketplace's id of it.</param>
/// <param name="ShopName">The shop that sells it.</param>
/// <param name="CampaignSalePrice">What it costs in the campaign.</param>
sealed record GroupedProductRequest(string MainImage, string Name, string ProductId, string ShopName, Money CampaignSalePrice);

/// <summary>Gives the session another live period.</summary>
/// <param name="LivePeriod">The new period.</param>
/// <param name="OverrideReason">Why a rule of the period does not hold here (C32).</param>
sealed record ModifyPeriodRequest(TimeRange LivePeriod, string? OverrideReason = null);
