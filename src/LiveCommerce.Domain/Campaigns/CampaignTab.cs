using System.Text.Json.Serialization;

namespace LiveCommerce.Campaigns;

/// <summary>The tabs of the list of campaigns (CAMP-04); a private campaign is in none of them (CAMP-06, C34).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignTab>))]
public enum CampaignTab
{
    /// <summary>All campaigns; ended ones once "show ended" is clicked, a switch of this tab alone (C35).</summary>
    All,

    /// <summary>Those that take registrations.</summary>
    OpenForRegistration,

    /// <summary>Those that the seller or the creator registered for, and a shop's official account in LIVE Manager (CAMP-05); ended ones stay.</summary>
    Registered,
}
