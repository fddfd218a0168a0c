using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Sellers;
using NodaTime;

namespace LiveCommerce.Performance;

/// <summary>How the LIVE sessions of a shop went in a time: the topline that the next ones are planned by.</summary>
/// <param name="Period">The time, from the first day's beginning to the last one's end in the shop's zone.</param>
/// <param name="Zone">The shop's zone.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Comparison">The time before; with the last 7 days alone (RECAP-02).</param>
/// <param name="Freshness">Whether the figures can still grow.</param>
public sealed record LivePerformanceRecap(TimeRange Period, ZoneId Zone, RecapFigures Figures, RecapComparison? Comparison, Freshness Freshness)
{
    /// <summary>The longest period, in days.</summary>
    public const int MostDays = 366;

    /// <summary>Where the page is found (C45).</summary>
    public static ValueList<Surface> AvailableOn { get; } = [Surface.SellerCenterPc];

    /// <summary>Every reason why such a recap is not shown; none where it is.</summary>
    /// <param name="period">The time asked for.</param>
    /// <param name="withComparison">Whether a comparison was asked for; null where nothing was said.</param>
    public static ValueList<Refusal> Broken(RecapPeriod period, bool? withComparison = null) =>
        period is not RecapPeriod.Custom custom ? []
        : [
            .. withComparison == true ? [RecapRefusals.ComparisonOnlyLast7Days.Of("comparison")] : Array.Empty<Refusal>(),
            .. custom.Last < custom.First ? [RecapRefusals.PeriodReversed.Of("period")] : Array.Empty<Refusal>(),
            .. NodaTime.Period.DaysBetween(custom.First, custom.Last) >= MostDays ? [RecapRefusals.PeriodTooLong.Of("period", ("most_days", "366"))] : Array.Empty<Refusal>(),
        ];

    /// <summary>The recap of a shop. A minute counts on the day it begins; what an official account did not sell does not count (RECAP-03, RECAP-05).</summary>
    /// <param name="shop">Whose recap it is.</param>
    /// <param name="period">A time without <see cref="Broken"/> rules.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="sessions">Sessions, each once; those of others and of other accounts are left out here.</param>
    public static LivePerformanceRecap Of(MerchantId shop, RecapPeriod period, ZoneId zone, Moment now, IEnumerable<SessionFigures> sessions)
    {
        var own = sessions.Where(session => Counts(session.Session.Begin, shop)).ToArray();
        return Of(period, zone, now, time => FigureTotals.Sum(own.Select(session => session.Within(time))), own.Select(session => session.Session));
    }

    /// <summary>The recap from sums that somebody else made.</summary>
    /// <param name="period">A time without <see cref="Broken"/> rules.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="sumOf">What the sessions that count add up to within a time.</param>
    /// <param name="counted">The sessions that count; of those on air none is left out.</param>
    public static LivePerformanceRecap Of(RecapPeriod period, ZoneId zone, Moment now, Func<TimeRange, FigureTotals> sumOf, IEnumerable<LiveSession.Started> counted)
    {
        var time = period.In(zone, now);
        var figures = RecapFigures.Of(sumOf(time));
        var comparison = period.ComparedWith(zone, now) is { } before ? RecapComparison.Of(before, RecapFigures.Of(sumOf(before)), figures) : null;
        return new(time, zone, figures, comparison, FreshnessOf(counted, time));
    }

    /// <summary>Whether a session counts in a shop's recap: it ran on the shop's official account.</summary>
    public static bool Counts(LiveSessionStarted session, MerchantId shop) => session.AccountType == AccountType.Official && session.Party == Party.Of(shop);

    static Freshness FreshnessOf(IEnumerable<LiveSession.Started> sessions, TimeRange time) =>
        sessions.Any(session => session is LiveSession.OnAir && session.Begin.StartedAt < time.End) ? Freshness.Growing : Freshness.Settled;
}
