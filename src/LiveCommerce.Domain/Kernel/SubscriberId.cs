using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>A buyer who subscribes to LIVE Events; derived from the platform's own id of them, which itself is personal and stands in no fact.</summary>
[JsonConverter(typeof(TypedIdConverter<SubscriberId>))]
public readonly record struct SubscriberId(Guid Value) : ITypedId<SubscriberId>
{
    static readonly Guid Namespace = new("0b7c1a52-6a4e-5f3d-8d15-3f5f0a2c9e41");

    /// <inheritdoc />
    public static string Prefix => "sbr";

    /// <inheritdoc />
    public static SubscriberId From(Guid value) => new(value);

    /// <summary>The buyer whom the platform knows by this id, a token's <c>sub</c>.</summary>
    public static SubscriberId Of(string platformId) => new(DerivedId.Of(Namespace, platformId));

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
