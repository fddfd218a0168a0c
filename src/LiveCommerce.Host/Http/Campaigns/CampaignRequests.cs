using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Campaigns;

/// <summary>What a campaign is to be; its text is public.</summary>
/// <param name="Name">The name.</param>
/// <param name="Details">What people read about it.</param>
/// <param name="Visibility">Public, or Private: then by invitation alone (CAMP-06).</param>
/// <param name="Levels">The levels with their shortest live periods (CAMP-09).</param>
/// <param name="RegistrationWindow">When registrations are taken; the end does not belong to it.</param>
/// <param name="Period">When the campaign runs; the end does not belong to it.</param>
/// <param name="Cover">Content hash of the cover image.</param>
/// <param name="Forms">Forms that differ from the standard ones (C19).</param>
sealed record CampaignTermsRequest(
    string Name,
    string Details,
    CampaignVisibility Visibility,
    IReadOnlyList<LevelRequirement> Levels,
    TimeRange RegistrationWindow,
    TimeRange Period,
    string? Cover = null,
    IReadOnlyList<RegistrationFormSpec>? Forms = null)
{
    internal CampaignTerms ToTerms() => new(
        TextRules.Optional(Name, "name", TextLimits.Name),
        TextRules.Optional(Details, "details", TextLimits.Details),
        TextRules.ContentHash(Cover, "cover"),
        Visibility,
        TextRules.Items(Levels, "levels", level => level with { Level = TextRules.Optional(level.Level, "levels", TextLimits.Code) }).ToValueList(),
        RegistrationWindow,
        Period,
        TextRules.Items(Forms ?? [], "forms", form => form).ToValueList());
}

/// <summary>Moves an end to a later instant; what is left out stays.</summary>
sealed record ExtendCampaignRequest(Moment? RegistrationEnd = null, Moment? PeriodEnd = null);

/// <summary>Ends a campaign before its time.</summary>
sealed record EndCampaignRequest(string Reason);

/// <summary>Issues an invitation to a private campaign.</summary>
/// <param name="Merchants">Whom it is for; left out, whoever holds it.</param>
sealed record IssueInvitationRequest(IReadOnlyList<MerchantId>? Merchants = null);
