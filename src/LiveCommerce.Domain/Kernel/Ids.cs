using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>A merchant: the seller whose shop it is.</summary>
[JsonConverter(typeof(TypedIdConverter<MerchantId>))]
public readonly record struct MerchantId(Guid Value) : ITypedId<MerchantId>
{
    /// <inheritdoc />
    public static string Prefix => "mer";

    /// <inheritdoc />
    public static MerchantId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A creator who hosts LIVEs.</summary>
[JsonConverter(typeof(TypedIdConverter<CreatorId>))]
public readonly record struct CreatorId(Guid Value) : ITypedId<CreatorId>
{
    /// <inheritdoc />
    public static string Prefix => "crt";

    /// <inheritdoc />
    public static CreatorId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A TikTok account.</summary>
[JsonConverter(typeof(TypedIdConverter<AccountId>))]
public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    /// <inheritdoc />
    public static string Prefix => "acc";

    /// <inheritdoc />
    public static AccountId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A livestream campaign of the platform.</summary>
[JsonConverter(typeof(TypedIdConverter<CampaignId>))]
public readonly record struct CampaignId(Guid Value) : ITypedId<CampaignId>
{
    /// <inheritdoc />
    public static string Prefix => "cmp";

    /// <inheritdoc />
    public static CampaignId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>The slots of a party in a campaign; derived from both, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<QuotaId>))]
public readonly record struct QuotaId(Guid Value) : ITypedId<QuotaId>
{
    /// <inheritdoc />
    public static string Prefix => "quo";

    /// <inheritdoc />
    public static QuotaId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>An invitation to a private campaign.</summary>
[JsonConverter(typeof(TypedIdConverter<InvitationId>))]
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    /// <inheritdoc />
    public static string Prefix => "inv";

    /// <inheritdoc />
    public static InvitationId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A violation recorded against a merchant.</summary>
[JsonConverter(typeof(TypedIdConverter<ViolationId>))]
public readonly record struct ViolationId(Guid Value) : ITypedId<ViolationId>
{
    /// <inheritdoc />
    public static string Prefix => "vio";

    /// <inheritdoc />
    public static ViolationId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A registration of one LIVE session for a campaign; the Session ID that people see is this id.</summary>
[JsonConverter(typeof(TypedIdConverter<RegistrationId>))]
public readonly record struct RegistrationId(Guid Value) : ITypedId<RegistrationId>
{
    /// <inheritdoc />
    public static string Prefix => "reg";

    /// <inheritdoc />
    public static RegistrationId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>An image of a party; derived from the party and the content hash, so that the same bytes of the same party are one image.</summary>
[JsonConverter(typeof(TypedIdConverter<ImageId>))]
public readonly record struct ImageId(Guid Value) : ITypedId<ImageId>
{
    /// <inheritdoc />
    public static string Prefix => "img";

    /// <inheritdoc />
    public static ImageId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A plan of a LIVE session.</summary>
[JsonConverter(typeof(TypedIdConverter<LivePlanId>))]
public readonly record struct LivePlanId(Guid Value) : ITypedId<LivePlanId>
{
    /// <inheritdoc />
    public static string Prefix => "pln";

    /// <inheritdoc />
    public static LivePlanId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A LIVE session that went on air.</summary>
[JsonConverter(typeof(TypedIdConverter<LiveSessionId>))]
public readonly record struct LiveSessionId(Guid Value) : ITypedId<LiveSessionId>
{
    /// <inheritdoc />
    public static string Prefix => "liv";

    /// <inheritdoc />
    public static LiveSessionId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>The figures of one session by one source; derived from both, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<LiveFiguresId>))]
public readonly record struct LiveFiguresId(Guid Value) : ITypedId<LiveFiguresId>
{
    /// <inheritdoc />
    public static string Prefix => "fig";

    /// <inheritdoc />
    public static LiveFiguresId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
