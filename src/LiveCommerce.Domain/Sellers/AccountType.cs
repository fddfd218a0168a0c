using System.Text.Json.Serialization;

namespace LiveCommerce.Sellers;

/// <summary>What kind of TikTok account it is; only an official one registers in Seller Center (REG-01).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountType>))]
public enum AccountType
{
    /// <summary>The shop's own account, linked to it (LS-06).</summary>
    Official,

    /// <summary>A second account of the shop for marketing.</summary>
    Marketing,

    /// <summary>The account of an affiliate creator.</summary>
    Affiliate,
}
