using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>The status of a published campaign that people see, derived from its two windows (C37).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignPhase>))]
public enum CampaignPhase
{
    /// <summary>Registration has not begun.</summary>
    NotOpen,

    /// <summary>Registrations are taken and the campaign has not begun.</summary>
    OpenForRegistration,

    /// <summary>Registration is over and the campaign has not begun.</summary>
    RegistrationClosed,

    /// <summary>The campaign runs; registration may still be open.</summary>
    Ongoing,

    /// <summary>The campaign is over.</summary>
    Ended,
}

/// <summary>Derives the phase (C37).</summary>
public static class CampaignPhases
{
    /// <summary>The phase at a moment: the campaign's own period speaks louder than the registration window.</summary>
    public static CampaignPhase At(Moment now, TimeRange registrationWindow, TimeRange period) =>
        now >= period.End ? CampaignPhase.Ended
        : now >= period.Start ? CampaignPhase.Ongoing
        : now < registrationWindow.Start ? CampaignPhase.NotOpen
        : now < registrationWindow.End ? CampaignPhase.OpenForRegistration
        : CampaignPhase.RegistrationClosed;
}
