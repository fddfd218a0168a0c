using System.Globalization;
using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Audit;

/// <summary>Instants as people read them: on the shop's own clock first, and always in UTC.</summary>
public static class SpokenTime
{
    static readonly LocalDateTimePattern Day = Pattern("d MMM uuuu, "), Minute = Pattern("HH:mm"), Second = Pattern("HH:mm:ss");

    /// <summary>Such as <c>21 Nov 2026, 19:00 in Asia/Jakarta (12:00 UTC)</c>; without a zone <c>21 Nov 2026, 12:00 UTC</c>.</summary>
    public static string Of(Moment moment, ZoneId? zone)
    {
        var utc = moment.Instant.InUtc().LocalDateTime;
        if (zone is null) return $"{Day.Format(utc)}{Clock(utc)} UTC";
        var local = moment.Instant.InZone(zone.Rules).LocalDateTime;
        return $"{Day.Format(local)}{Clock(local)} in {zone} ({(utc.Date == local.Date ? "" : Day.Format(utc))}{Clock(utc)} UTC)";
    }

    /// <summary>From start to end; both on the same clock.</summary>
    public static string Of(TimeRange range, ZoneId? zone) => $"from {Of(range.Start, zone)} to {Of(range.End, zone)}";

    static string Clock(LocalDateTime time) => (time.Second == 0 ? Minute : Second).Format(time);

    static LocalDateTimePattern Pattern(string text) => LocalDateTimePattern.Create(text, CultureInfo.InvariantCulture);
}
