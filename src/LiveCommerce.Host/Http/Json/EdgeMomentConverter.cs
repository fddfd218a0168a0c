using System.Text.Json;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Host.Http.Json;

/// <summary>Instants from outside: UTC, and of a century that a LIVE can happen in, so that no calendar's edge is ever computed with.</summary>
sealed class EdgeMomentConverter : JsonConverter<Moment>
{
    static readonly Moment First = Moment.From(Instant.FromUtc(2000, 1, 1, 0, 0));
    static readonly Moment Last = Moment.From(Instant.FromUtc(2200, 1, 1, 0, 0));

    internal static bool TryParse(string? text, out Moment moment) => Moment.TryParse(text, out moment) && moment >= First && moment < Last;

    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString(), out var moment) ? moment : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A time zone from outside must be one that the time zone database knows.</summary>
sealed class EdgeZoneConverter : JsonConverter<ZoneId>
{
    public override ZoneId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ZoneId.TryParse(reader.GetString()) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ZoneId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
