using System.Diagnostics;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Performance;

/// <summary>The time that a recap is about, in whole days of the shop's zone (RECAP-01).</summary>
public abstract record RecapPeriod
{
    const int Week = 7;

    RecapPeriod() { }

    /// <summary>The seven full days that end with the beginning of today.</summary>
    public sealed record Last7Days : RecapPeriod;

    /// <summary>Days of one's choice; both belong to it.</summary>
    public sealed record Custom(LocalDate First, LocalDate Last) : RecapPeriod;

    /// <summary>From the first day's beginning to the last day's end, by the clock of the shop: over a clock change a day has 23 or 25 hours.</summary>
    public TimeRange In(ZoneId zone, Moment now) => this switch
    {
        Last7Days => Days(zone, Today(zone, now).PlusDays(-Week), Today(zone, now)),
        Custom it => Days(zone, it.First, it.Last.PlusDays(1)),
        _ => throw new UnreachableException(),
    };

    /// <summary>What it is compared with: the seven full days directly before, and nothing for a period of one's choice (RECAP-02, C51).</summary>
    public TimeRange? ComparedWith(ZoneId zone, Moment now) => this switch
    {
        Last7Days => Days(zone, Today(zone, now).PlusDays(-2 * Week), Today(zone, now).PlusDays(-Week)),
        Custom => null,
        _ => throw new UnreachableException(),
    };

    static LocalDate Today(ZoneId zone, Moment now) => now.Instant.InZone(zone.Rules).Date;

    static TimeRange Days(ZoneId zone, LocalDate first, LocalDate end) => new(Begin(zone, first), Begin(zone, end));

    static Moment Begin(ZoneId zone, LocalDate day) => Moment.From(zone.Rules.AtStartOfDay(day).ToInstant());
}
