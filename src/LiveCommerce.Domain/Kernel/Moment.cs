using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Kernel;

/// <summary>A point on the time line in UTC, cut to whole microseconds: what PostgreSQL can hold, so that nothing changes on the way.</summary>
[JsonConverter(typeof(MomentConverter))]
public readonly record struct Moment : IComparable<Moment>
{
    static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);

    Moment(Instant instant) => Instant = instant;

    /// <summary>The instant, whole microseconds.</summary>
    public Instant Instant { get; }

    /// <summary>Cuts an instant to microseconds, towards the past.</summary>
    public static Moment From(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var within = ((ticks % 10) + 10) % 10;
        return new(Instant.FromUnixTimeTicks(ticks - within));
    }

    /// <summary>The moment of so many microseconds since 1970.</summary>
    public static Moment FromUnixMicroseconds(long microseconds) => new(Instant.FromUnixTimeTicks(microseconds * 10));

    /// <summary>Microseconds since 1970.</summary>
    public long ToUnixMicroseconds() => Instant.ToUnixTimeTicks() / 10;

    /// <summary>Reads ISO 8601 text in UTC of the years 1 to 9999, such as <c>2026-11-21T20:00:00Z</c>.</summary>
    public static bool TryParse(string? text, out Moment moment)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(text ?? "");
        var holds = parsed.Success && parsed.Value >= Earliest;
        moment = holds ? From(parsed.Value) : default;
        return holds;
    }

    /// <summary>Reads ISO 8601 text in UTC that is known to be right: of a program, not of a person.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static Moment Parse(string text) =>
        TryParse(text, out var moment) ? moment : throw new FormatException($"'{text}' is no instant in UTC such as 2026-11-21T20:00:00Z.");

    /// <summary>The moment so much later.</summary>
    public static Moment operator +(Moment moment, Duration duration) => From(moment.Instant + duration);

    /// <summary>The time from one moment to another.</summary>
    public static Duration operator -(Moment later, Moment earlier) => later.Instant - earlier.Instant;

    /// <summary>Whether one moment is before another.</summary>
    public static bool operator <(Moment left, Moment right) => left.Instant < right.Instant;

    /// <summary>Whether one moment is after another.</summary>
    public static bool operator >(Moment left, Moment right) => left.Instant > right.Instant;

    /// <summary>Whether one moment is before another or the same.</summary>
    public static bool operator <=(Moment left, Moment right) => left.Instant <= right.Instant;

    /// <summary>Whether one moment is after another or the same.</summary>
    public static bool operator >=(Moment left, Moment right) => left.Instant >= right.Instant;

    /// <summary>The later of two moments.</summary>
    public static Moment Max(Moment left, Moment right) => left >= right ? left : right;

    /// <inheritdoc />
    public int CompareTo(Moment other) => Instant.CompareTo(other.Instant);

    /// <summary>ISO 8601 in UTC, the fraction as long as needed. Not by NodaTime's pattern: it stands several times in every fact, and this is much faster.</summary>
    public override string ToString() => Instant.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Writes a moment as ISO 8601 text in UTC.</summary>
public sealed class MomentConverter : JsonConverter<Moment>
{
    /// <inheritdoc />
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsAsWritten(reader) && reader.TryGetDateTime(out var time) ? Moment.From(Instant.FromDateTimeUtc(time))
        : Moment.TryParse(reader.GetString(), out var moment) ? moment : throw new JsonException("An instant is ISO 8601 in UTC, such as 2026-11-21T20:00:00Z.");

    // what was written by this class is read much faster without NodaTime's pattern: it stands several times in every fact
    static bool IsAsWritten(in Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false, ValueSpan: [.., >= (byte)'0' and <= (byte)'9', (byte)'Z'] and { Length: >= 20 and <= 27 } };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
