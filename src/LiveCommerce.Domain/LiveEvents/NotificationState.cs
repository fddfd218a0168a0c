using System.Text.Json.Serialization;

namespace LiveCommerce.LiveEvents;

/// <summary>How far a notification has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationState>))]
public enum NotificationState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Pending,

    /// <summary>It was taken.</summary>
    Delivered,

    /// <summary>It was not taken and is tried no more, until somebody asks for it.</summary>
    Dead,
}
