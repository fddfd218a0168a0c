using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>What one subscriber, or the account's followers together, are told of one thing; derived from both, so it is the same however often it is sent.</summary>
[JsonConverter(typeof(TypedIdConverter<NotificationId>))]
public readonly record struct NotificationId(Guid Value) : ITypedId<NotificationId>
{
    /// <inheritdoc />
    public static string Prefix => "ntf";

    /// <inheritdoc />
    public static NotificationId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}
