using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A buyer who subscribes to LIVE Events, by an opaque id; never a handle or a name.</summary>
[JsonConverter(typeof(TypedIdConverter<SubscriberId>))]
public readonly record struct SubscriberId(Guid Value) : ITypedId<SubscriberId>
{
    /// <inheritdoc />
    public static string Prefix => "sbr";

    /// <inheritdoc />
    public static SubscriberId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>The subscription of one buyer to one plan; derived from both, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<PlanSubscriptionId>))]
public readonly record struct PlanSubscriptionId(Guid Value) : ITypedId<PlanSubscriptionId>
{
    /// <inheritdoc />
    public static string Prefix => "sub";

    /// <inheritdoc />
    public static PlanSubscriptionId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
