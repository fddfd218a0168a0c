using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveCommerce.Store;

/// <summary>Who, when, why and by which rule a fact was recorded. Required on every fact; stored as Marten's metadata columns and headers.</summary>
public sealed record Envelope
{
    static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The opaque id of the user; Marten's <c>user_name</c>.</summary>
    [JsonIgnore]
    public string UserId { get; init; } = "";

    /// <summary>What all commands of one request share.</summary>
    [JsonIgnore]
    public string CorrelationId { get; init; } = "";

    /// <summary>What brought the command about, where something did.</summary>
    [JsonIgnore]
    public string? CausationId { get; init; }

    /// <summary>In which role.</summary>
    public required ActorRole Role { get; init; }

    /// <summary>Through which channel.</summary>
    public string? Channel { get; init; }

    /// <summary>For whom, where somebody acts for another.</summary>
    public Party? OnBehalfOf { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public PersonalText? Reason { get; init; }

    /// <summary>The command that led to it.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>The policy that judged, with its version, such as <c>registration/1</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>The version of the deciding code.</summary>
    public required string Code { get; init; }

    /// <summary>The marketplace.</summary>
    public required string Market { get; init; }

    /// <summary>The rule that such a fact rests on.</summary>
    public required string Rule { get; init; }

    /// <summary>The host's instant at the decision.</summary>
    public required Moment DecidedAt { get; init; }

    /// <summary>When the fact took effect; never falls along a stream.</summary>
    public required Moment EffectiveAt { get; init; }

    /// <summary>The version of this envelope's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The digest of the stream's previous event; null at its first.</summary>
    public string? PreviousDigest { get; init; }

    /// <summary>SHA-256 over the canonical form of body and envelope, lower-case hexadecimal.</summary>
    public string? Digest { get; init; }

    /// <summary>The headers as they are stored, in canonical form.</summary>
    public string ToHeaders() => CanonicalJson.Of(JsonSerializer.SerializeToElement(this, Wire));

    /// <summary>Reads stored headers.</summary>
    public static Envelope FromHeaders(string headers, string userId, string correlationId, string? causationId) =>
        (JsonSerializer.Deserialize<Envelope>(headers, Wire) ?? throw new JsonException("An event has no headers."))
        with { UserId = userId, CorrelationId = correlationId, CausationId = causationId };

    /// <summary>The digest of a fact with this envelope.</summary>
    public string DigestOf(Guid eventId, Guid stream, long version, string type, string canonicalBody)
    {
        var text = new StringBuilder(1024).Append("{\"body\":").Append(canonicalBody);
        Append(text, "causation_id", CausationId);
        Append(text, "correlation_id", CorrelationId);
        text.Append(",\"headers\":").Append((this with { Digest = null }).ToHeaders());
        Append(text, "id", eventId.ToString());
        Append(text, "stream_id", stream.ToString());
        Append(text, "type", type);
        Append(text, "user_name", UserId);
        text.Append(",\"version\":").Append(version).Append('}');
        return Kernel.Digest.Of(text.ToString());
    }

    static void Append(StringBuilder text, string name, string? value)
    {
        text.Append(",\"").Append(name).Append("\":");
        if (value is null) text.Append("null");
        else CanonicalJson.WriteString(text, value);
    }
}
