using System.Text.Json.Serialization;

namespace LiveCommerce.Registrations;

/// <summary>The four statuses that people see (RREC-08).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrationStatus>))]
public enum RegistrationStatus
{
    /// <summary>Submitted; the platform has not decided.</summary>
    UnderReview,

    /// <summary>The platform takes the session into the campaign.</summary>
    Approved,

    /// <summary>The platform does not, for a reason (RREC-09).</summary>
    Rejected,

    /// <summary>Out of the campaign, for one of three reasons (RREC-10).</summary>
    Expired,
}

/// <summary>Why a registration expired (RREC-10, C27).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExpiryReason>))]
public enum ExpiryReason
{
    /// <summary>The campaign reached its end.</summary>
    CampaignEnded,

    /// <summary>The platform removed it.</summary>
    RemovedByPlatform,

    /// <summary>The merchant or the creator withdrew it.</summary>
    VoluntarilyCancelled,
}
