using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveCommerce.Store;

/// <summary>Who, when, why and by which rule a fact was recorded. Required on every fact; stored as Marten's metadata columns and headers.</summary>
public sealed record Envelope
{
    // Case-insensitive because the values inside (a party, a personal text) keep the names that they have in bodies.
    static readonly JsonSerializerOptions Wire = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = true };

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
    public string ToHeaders()
    {
        var text = new CanonicalObject();
        AddHeaders(text, Digest);
        return text.ToText();
    }

    /// <summary>Reads stored headers, the reason filled in where its value is known.</summary>
    public static Envelope FromHeaders(string headers, string userId, string correlationId, string? causationId, PersonalValues? personal = null) =>
        FromHeaders(Encoding.UTF8.GetBytes(headers), userId, correlationId, causationId, personal);

    /// <summary>Reads stored headers in UTF-8, the reason filled in where its value is known.</summary>
    public static Envelope FromHeaders(ReadOnlySpan<byte> headers, string userId, string correlationId, string? causationId, PersonalValues? personal = null)
    {
        using (PersonalScope.Knowing(personal))
            return (JsonSerializer.Deserialize<Envelope>(headers, Wire) ?? throw new JsonException("An event has no headers."))
                with { UserId = userId, CorrelationId = correlationId, CausationId = causationId };
    }

    /// <summary>The digest of a fact with this envelope.</summary>
    public string DigestOf(Guid eventId, Guid stream, long version, string type, string canonicalBody)
    {
        var text = new CanonicalObject();
        text.AddJson("body", canonicalBody);
        text.AddOrNull("causation_id", CausationId);
        text.Add("correlation_id", CorrelationId);
        text.Begin("headers");
        AddHeaders(text, null);
        text.End();
        text.Add("id", eventId);
        text.Add("stream_id", stream);
        text.Add("type", type);
        text.Add("user_name", UserId);
        text.Add("version", version);
        return text.ToDigest();
    }

    /// <summary>By hand, in canonical order: this is written twice for every fact, and its shape is fixed.</summary>
    void AddHeaders(CanonicalObject text, string? digest)
    {
        text.Add("channel", Channel);
        text.Add("code", Code);
        text.Add("command_id", CommandId);
        text.Add("decided_at", DecidedAt.ToString());
        text.Add("digest", digest);
        text.Add("effective_at", EffectiveAt.ToString());
        text.Add("market", Market);
        text.AddJson("on_behalf_of", OnBehalfOf is null ? null : CanonicalJson.Of(OnBehalfOf));
        text.Add("policy", Policy);
        text.Add("previous_digest", PreviousDigest);
        text.AddJson("reason", Reason is null ? null : CanonicalJson.Of(Reason));
        text.Add("role", Role.ToString());
        text.Add("rule", Rule);
        text.Add("schema", Schema);
    }
}
