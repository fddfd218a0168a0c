using System.Text.Json.Serialization;

namespace LiveCommerce.Sellers;

/// <summary>The two experiences of LIVE Selling (LS-03).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SellerExperience>))]
public enum SellerExperience
{
    /// <summary>No official account is linked: what comes next is to link one (LS-04).</summary>
    FirstTime,

    /// <summary>The shop has its official account.</summary>
    Full,
}

/// <summary>Which experience a merchant has.</summary>
public static class SellerExperiences
{
    /// <summary>The experience follows from the link alone; unlinking leads back to the first one (LS-03).</summary>
    public static SellerExperience ExperienceOf(this Merchant.Onboarded merchant) => merchant.OfficialAccount is null ? SellerExperience.FirstTime : SellerExperience.Full;
}
