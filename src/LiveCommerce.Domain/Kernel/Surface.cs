using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>Where people find a page (C45); the API itself serves all of them alike.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Surface>))]
public enum Surface
{
    /// <summary>Seller Center on a computer.</summary>
    SellerCenterPc,

    /// <summary>The TikTok app.</summary>
    TikTokApp,
}
