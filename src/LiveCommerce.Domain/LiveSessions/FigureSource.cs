using System.Text.Json.Serialization;

namespace LiveCommerce.LiveSessions;

/// <summary>Who tells a session's figures. A later line outranks an earlier one where both tell the same minute: no minute counts twice.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureSource>))]
public enum FigureSource
{
    /// <summary>Whoever runs the LIVE, while it is on air.</summary>
    LiveFeed,

    /// <summary>The marketplace's analytics, imported after the session (BEY-24).</summary>
    ShopAnalytics,
}
