using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace LiveCommerce.Kernel;

/// <summary>An IANA time zone by its id, such as <c>Asia/Kuala_Lumpur</c>; a rule that speaks of a day uses the shop's (C53).</summary>
[JsonConverter(typeof(ZoneIdConverter))]
public sealed record ZoneId
{
    ZoneId(string id) => Id = id;

    /// <summary>The IANA id.</summary>
    public string Id { get; }

    /// <summary>Reads an id that the time zone database knows.</summary>
    public static ZoneId? TryParse(string? id) => id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null ? new(id) : null;

    /// <summary>Reads an id that is known to be right: of a program, not of a person.</summary>
    /// <exception cref="FormatException">The time zone database does not know it.</exception>
    public static ZoneId Parse(string id) => TryParse(id) ?? throw new FormatException($"'{id}' is no IANA time zone such as Asia/Kuala_Lumpur.");

    /// <summary>The zone's rules.</summary>
    public DateTimeZone Rules => DateTimeZoneProviders.Tzdb[Id];

    /// <summary>Trusts a recorded id: the zone was known when the fact was written.</summary>
    internal static ZoneId Recorded(string id) => new(id);

    /// <inheritdoc />
    public override string ToString() => Id;
}

/// <summary>Writes a zone as its IANA id.</summary>
public sealed class ZoneIdConverter : JsonConverter<ZoneId>
{
    /// <inheritdoc />
    public override ZoneId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ZoneId.Recorded(reader.GetString() ?? throw new JsonException("A time zone is an IANA id."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ZoneId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
