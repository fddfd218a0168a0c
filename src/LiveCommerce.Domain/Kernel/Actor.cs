using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>What somebody may do here; taken from the token, never from the request's body.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActorRole>))]
public enum ActorRole
{
    /// <summary>A seller in Seller Center.</summary>
    Merchant,

    /// <summary>A creator in LIVE Manager.</summary>
    Creator,

    /// <summary>Reviews registrations: approve, reject, remove, register on behalf.</summary>
    OpsReviewer,

    /// <summary>A reviewer who also runs campaigns, merchants and accounts.</summary>
    OpsAdmin,

    /// <summary>Reads everything, writes nothing.</summary>
    Auditor,

    /// <summary>The host itself, for work that came due.</summary>
    System,

    /// <summary>A buyer in the TikTok app: subscribes to LIVE Events, sees what is public of them, and nothing else.</summary>
    Buyer,
}

/// <summary>Which kind of party holds a quota.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartyKind>))]
public enum PartyKind
{
    /// <summary>A merchant with a shop.</summary>
    Merchant,

    /// <summary>A creator who is tied to no shop.</summary>
    Creator,
}

/// <summary>Whom a thing belongs to: the key of the cap (C21) and of every separation between customers.</summary>
/// <param name="Kind">Merchant or creator.</param>
/// <param name="Id">The merchant's or the creator's uuid.</param>
public sealed record Party(PartyKind Kind, Guid Id)
{
    /// <summary>A merchant as a party.</summary>
    public static Party Of(MerchantId merchant) => new(PartyKind.Merchant, merchant.Value);

    /// <summary>A creator as a party.</summary>
    public static Party Of(CreatorId creator) => new(PartyKind.Creator, creator.Value);

    /// <summary>The TypeID text of the merchant or the creator.</summary>
    public override string ToString() => TypeId.Format(Kind == PartyKind.Merchant ? MerchantId.Prefix : CreatorId.Prefix, Id);
}

/// <summary>Who asks.</summary>
/// <param name="UserId">An opaque id of the user, the token's <c>sub</c>; never a name.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Party">For merchants and creators, themselves.</param>
public sealed record Actor(string UserId, ActorRole Role, Party? Party = null)
{
    /// <summary>Whether the platform's own people or the host ask.</summary>
    [JsonIgnore]
    public bool IsPlatform => Role is ActorRole.OpsReviewer or ActorRole.OpsAdmin or ActorRole.System;

    /// <summary>For a buyer, who they are as a subscriber; their <see cref="UserId"/> is its TypeID text, so that the platform's own id of a person stands in no fact.</summary>
    [JsonIgnore]
    public SubscriberId? Subscriber => Role == ActorRole.Buyer && TypeId.TryParse<SubscriberId>(UserId, out var subscriber) ? subscriber : null;

    /// <summary>A buyer.</summary>
    public static Actor Of(SubscriberId buyer) => new(buyer.ToString(), ActorRole.Buyer);
}
