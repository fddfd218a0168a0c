using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>A campaign was drafted; only the platform sees it.</summary>
public sealed record CampaignDrafted(CampaignId Campaign, CampaignTerms Terms) : IEvent;

/// <summary>A draft got other terms.</summary>
public sealed record CampaignChanged(CampaignTerms Terms) : IEvent;

/// <summary>The campaign was published with the terms that its draft then had; they do not change any more.</summary>
public sealed record CampaignPublished : IEvent;

/// <summary>The registration window or the campaign period got a later end.</summary>
public sealed record CampaignExtended(Moment RegistrationEnd, Moment PeriodEnd) : IEvent;

/// <summary>The campaign was ended before its time; that is its end (RREC-18).</summary>
public sealed record CampaignEnded(Moment EndedAt, PersonalText Reason) : IEvent;

/// <summary>An invitation to a private campaign was issued (CAMP-06); only the token's SHA-256 is kept.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="TokenDigest">SHA-256 of the token, in lower-case hexadecimal.</param>
/// <param name="Merchants">Whom it is for; empty means whoever holds it.</param>
public sealed record InvitationIssued(InvitationId Invitation, string TokenDigest, ValueList<MerchantId> Merchants) : IEvent;

/// <summary>An invitation was revoked and opens nothing any more.</summary>
public sealed record InvitationRevoked(InvitationId Invitation) : IEvent;
