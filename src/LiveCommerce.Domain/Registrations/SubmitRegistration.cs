using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Registers a LIVE session for a campaign (REG-01..11). The channel follows from who asks; operators name it.</summary>
/// <param name="Registration">A new id.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Form">What is filled in.</param>
/// <param name="Account">The account that goes LIVE; a merchant's official account when none is named.</param>
/// <param name="Entry">Where the form was filled in; the channel's usual one when none is named (C18).</param>
/// <param name="InvitationDigest">SHA-256 of the invitation's token, for a private campaign (CAMP-06).</param>
/// <param name="DuplicatedFrom">The registration it is made from (RREC-13).</param>
/// <param name="OnBehalfOf">For whom an operator registers.</param>
public sealed record SubmitRegistration(
    RegistrationId Registration,
    CampaignId Campaign,
    RegistrationForm Form,
    AccountId? Account = null,
    RegistrationEntry? Entry = null,
    string? InvitationDigest = null,
    RegistrationId? DuplicatedFrom = null,
    OnBehalfOf? OnBehalfOf = null) : IRegistrationCommand;
