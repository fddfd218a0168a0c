using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>A teaser: a video without product links that draws viewers into a LIVE.</summary>
[JsonConverter(typeof(TypedIdConverter<TeaserId>))]
public readonly record struct TeaserId(Guid Value) : ITypedId<TeaserId>
{
    /// <inheritdoc />
    public static string Prefix => "tsr";

    /// <inheritdoc />
    public static TeaserId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>Footage of a shop; derived from the shop, the content hash and what was recorded, so that the same bytes put twice are one footage.</summary>
[JsonConverter(typeof(TypedIdConverter<FootageId>))]
public readonly record struct FootageId(Guid Value) : ITypedId<FootageId>
{
    /// <inheritdoc />
    public static string Prefix => "ftg";

    /// <inheritdoc />
    public static FootageId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A video that was posted outside this system: a promotional video, or a teaser of TikTok Studio.</summary>
[JsonConverter(typeof(TypedIdConverter<OutsideVideoId>))]
public readonly record struct OutsideVideoId(Guid Value) : ITypedId<OutsideVideoId>
{
    /// <inheritdoc />
    public static string Prefix => "ovd";

    /// <inheritdoc />
    public static OutsideVideoId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
