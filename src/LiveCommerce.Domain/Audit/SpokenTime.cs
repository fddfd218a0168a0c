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
        var local = Local(moment, zone);
        return $"{Day.Format(local)}{Clock(local)} in {zone} ({(utc.Date == local.Date ? "" : Day.Format(utc))}{Clock(utc)} UTC)";
    }

    /// <summary>From start to end on the same clock; a date that both share stands once.</summary>
    public static string Of(TimeRange range, ZoneId? zone)
    {
        var (start, end) = (Local(range.Start, zone), Local(range.End, zone));
        var (from, to) = (range.Start.Instant.InUtc().LocalDateTime, range.End.Instant.InUtc().LocalDateTime);
        return start.Date != end.Date || from.Date != to.Date || from.Date != start.Date ? $"from {Of(range.Start, zone)} to {Of(range.End, zone)}"
            : zone is null ? $"from {Day.Format(from)}{Clock(from)} to {Clock(to)} UTC"
            : $"from {Day.Format(start)}{Clock(start)} to {Clock(end)} in {zone} ({Clock(from)} to {Clock(to)} UTC)";
    }

    static LocalDateTime Local(Moment moment, ZoneId? zone) => moment.Instant.InZone(zone?.Rules ?? DateTimeZone.Utc).LocalDateTime;

    static string Clock(LocalDateTime time) => (time.Second == 0 ? Minute : Second).Format(time);

    static LocalDateTimePattern Pattern(string text) => LocalDateTimePattern.Create(text, CultureInfo.InvariantCulture);
}
