using System.Diagnostics;
using System.Text.Json.Serialization;

namespace LiveCommerce.Registrations;

/// <summary>The product in which a session is registered, and in which alone it can be cancelled (RREC-12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrationChannel>))]
public enum RegistrationChannel
{
    /// <summary>The merchant's side: official accounts alone (REG-01).</summary>
    SellerCenter,

    /// <summary>The creator's side: accounts of every type (REG-02).</summary>
    LiveManager,
}

/// <summary>Where the form was filled in (C18).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrationEntry>))]
public enum RegistrationEntry
{
    /// <summary>Seller Center on a computer.</summary>
    SellerCenterPc,

    /// <summary>The TikTok app, through a shared link.</summary>
    TikTokAppLink,

    /// <summary>LIVE Manager.</summary>
    LiveManager,
}

/// <summary>Whose registration it is: shown as "registration resource" (C40).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrationResource>))]
public enum RegistrationResource
{
    /// <summary>A merchant's.</summary>
    Merchant,

    /// <summary>A creator's.</summary>
    Creator,
}

/// <summary>How channels and entries go together (C18).</summary>
public static class RegistrationChannels
{
    /// <summary>The entry that is meant when none is named.</summary>
    public static RegistrationEntry UsualEntry(this RegistrationChannel channel) => channel switch
    {
        RegistrationChannel.SellerCenter => RegistrationEntry.SellerCenterPc,
        RegistrationChannel.LiveManager => RegistrationEntry.LiveManager,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether an entry leads into a channel: the app's link leads into both (C18).</summary>
    public static bool Has(this RegistrationChannel channel, RegistrationEntry entry) => entry == RegistrationEntry.TikTokAppLink || entry == channel.UsualEntry();
}
