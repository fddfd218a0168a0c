using System.Globalization;
using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.TimeZones;

namespace LiveCommerce.Calendars;

/// <summary>
/// A zone's rules in a calendar (RFC 5545, 3.6.5). Each clock change of the time in question is written out, with no rule of repetition that would have to be guessed from it:
/// so it is right for zones that change their clocks by decree, and once only.
/// </summary>
static class CalendarZone
{
    // before it, zones kept their towns' own time; no plan is of then
    static readonly Instant Epoch = Instant.FromUnixTimeSeconds(0);

    /// <summary>Writes the rules of a zone from one instant to another.</summary>
    internal static void Write(CalendarText text, ZoneId zone, Moment from, Moment to)
    {
        text.Line("BEGIN", "VTIMEZONE").Line("TZID", zone.Id);
        foreach (var interval in zone.Rules.GetZoneIntervals(from.Instant, to.Instant)) Observance(text, interval, zone.Rules);
        text.Line("END", "VTIMEZONE");
    }

    static void Observance(CalendarText text, ZoneInterval interval, DateTimeZone rules)
    {
        var (start, before) = interval.HasStart && interval.Start > Epoch ? (interval.Start, rules.GetUtcOffset(interval.Start - Duration.Epsilon)) : (Epoch, interval.WallOffset);
        var kind = interval.Savings > Offset.Zero ? "DAYLIGHT" : "STANDARD";
        text.Line("BEGIN", kind)
            .Line("DTSTART", CalendarText.Of(start.WithOffset(before).LocalDateTime)) // on the clock that is about to be changed
            .Line("TZOFFSETFROM", Of(before)).Line("TZOFFSETTO", Of(interval.WallOffset)).Words("TZNAME", interval.Name)
            .Line("END", kind);
    }

    static string Of(Offset offset)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(offset.Seconds));
        return (offset.Seconds < 0 ? "-" : "+") + span.ToString(span.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
    }
}
