using System.Globalization;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.LivePlans;

/// <summary>A stretch of every day in which a LIVE is better not held, on the shop's clock (PLAN-08).</summary>
/// <param name="From">Minutes since midnight.</param>
/// <param name="To">Minutes since midnight, after <paramref name="From"/> and at most 1,440; a stretch over midnight is two.</param>
public sealed record RushHours(int From, int To)
{
    /// <summary>Such as <c>17:00-19:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From / 60:00}:{From % 60:00}-{To / 60:00}:{To % 60:00}");
}

/// <summary>A LIVE that a direct competitor is known to hold (PLAN-09).</summary>
/// <param name="Key">The competitor's key in the reference data.</param>
/// <param name="Range">When.</param>
public sealed record CompetitorLive(string Key, TimeRange Range);

/// <summary>Reference data of the market, as it was loaded at a moment.</summary>
/// <param name="LoadedAt">Known from then on, until the next load.</param>
/// <param name="RushHours">Of every day.</param>
/// <param name="Competitors">Known LIVEs of competitors.</param>
public sealed record MarketReference(Moment LoadedAt, ValueList<RushHours> RushHours, ValueList<CompetitorLive> Competitors);

/// <summary>What a wanted schedule collides with (BEY-13).</summary>
/// <param name="Schedule">The schedule as it would be planned.</param>
/// <param name="OwnPlans">The shop's own plans at the same time.</param>
/// <param name="RushHours">The rush hours that it runs into; null where no reference data is loaded.</param>
/// <param name="Competitors">Competitors' LIVEs at the same time; null where no reference data is loaded.</param>
public sealed record FoundCollisions(LiveSchedule Schedule, ValueList<LivePlanId> OwnPlans, ValueList<RushHours>? RushHours, ValueList<CompetitorLive>? Competitors);

/// <summary>What a schedule collides with (BEY-13): pure questions about facts and dated reference data.</summary>
public static class Collisions
{
    /// <summary>A wanted schedule with all that it collides with, before there is a plan; what is no schedule that could be planned is refused as a creation would be.</summary>
    /// <param name="wanted">When, on the shop's clock.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="others">The shop's own plans.</param>
    /// <param name="reference">The market's reference data; null where none is loaded.</param>
    /// <param name="now">The moment of asking.</param>
    public static (FoundCollisions? Found, ValueList<Refusal> Refusals) Of(WantedSchedule wanted, ZoneId zone, IEnumerable<PlannedTime> others, MarketReference? reference, Moment now)
    {
        var refusals = PlanRules.OfSchedule(wanted, zone, now).ToValueList();
        return refusals.Count > 0 || LiveSchedule.Resolve(wanted, zone) is not { } schedule ? (null, refusals)
            : (new(schedule, WithOwn(null, schedule, others), reference is null ? null : WithRushHours(schedule, reference), reference is null ? null : WithCompetitors(schedule, reference)), refusals);
    }

    /// <summary>The instant that a wanted schedule would start at; null where it is no schedule.</summary>
    public static Moment? StartOf(WantedSchedule wanted, ZoneId zone) => LiveSchedule.Resolve(wanted, zone)?.Start;

    /// <summary>Own plans that run at the same time, the earliest first.</summary>
    /// <param name="plan">The plan itself, which is none of the others; null where there is none yet.</param>
    /// <param name="schedule">When it runs.</param>
    /// <param name="others">The shop's plans.</param>
    public static ValueList<LivePlanId> WithOwn(LivePlanId? plan, LiveSchedule schedule, IEnumerable<PlannedTime> others) =>
        others.Where(other => other.Plan != plan && other.Schedule.Range.Overlaps(schedule.Range)).OrderBy(other => other.Schedule.Start).ThenBy(other => other.Plan.Value).Select(other => other.Plan).ToValueList();

    /// <summary>The rush hours that the LIVE runs into, on the clock of its zone.</summary>
    public static ValueList<RushHours> WithRushHours(LiveSchedule schedule, MarketReference reference)
    {
        var (start, end) = (schedule.LocalStart, schedule.End.Instant.InZone(schedule.Zone.Rules).LocalDateTime);
        var days = Enumerable.Range(0, Period.DaysBetween(start.Date, end.Date) + 1).Select(start.Date.PlusDays).ToArray();
        return reference.RushHours.Where(rush => days.Any(day => At(day, rush.From) < end && start < At(day, rush.To))).ToValueList();
    }

    /// <summary>Competitors' LIVEs at the same time.</summary>
    public static ValueList<CompetitorLive> WithCompetitors(LiveSchedule schedule, MarketReference reference) =>
        reference.Competitors.Where(live => live.Range.Overlaps(schedule.Range)).ToValueList();

    static LocalDateTime At(LocalDate day, int minutes) => day.AtMidnight().PlusMinutes(minutes);
}
