using System.Text.Json.Serialization;

namespace LiveCommerce.Performance;

/// <summary>Whether figures can still grow (C44).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Freshness>))]
public enum Freshness
{
    /// <summary>A session that counts is on air: more minutes come.</summary>
    Growing,

    /// <summary>Every session that counts has ended; only late figures and restatements change anything.</summary>
    Settled,
}
