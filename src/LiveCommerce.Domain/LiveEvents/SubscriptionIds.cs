using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>The subscription of one buyer to one LIVE Event; derived from both, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<SubscriptionId>))]
public readonly record struct SubscriptionId(Guid Value) : ITypedId<SubscriptionId>
{
    /// <inheritdoc />
    public static string Prefix => "sub";

    /// <inheritdoc />
    public static SubscriptionId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
