using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Teasers;

namespace LiveCommerce.Calendars;

/// <summary>A plan as a calendar shows it.</summary>
/// <param name="Plan">The plan's row.</param>
/// <param name="First">The plan that was rescheduled to it at last, or itself: an entry keeps its id when it moves (BEY-12).</param>
/// <param name="Moves">How often it was rescheduled.</param>
/// <param name="Teasers">When its teasers were posted, here or elsewhere.</param>
/// <param name="Videos">When promotional videos for it were posted.</param>
public sealed record CalendarPlan(LivePlanRecord Plan, LivePlanId First, int Moves, ValueList<Moment> Teasers, ValueList<Moment> Videos);

/// <summary>A shop's plans as an iCalendar feed (RFC 5545): each LIVE, and the teasers and promotional videos that should lead up to it, with what is late and what was missed (BEY-14).</summary>
public static class PlanCalendar
{
    /// <summary>The feed as it reads at a moment; it says nothing of that moment itself, so that what did not change reads the same.</summary>
    /// <param name="shopName">Names the calendar; null where the name was erased.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="plans">What it shows.</param>
    /// <param name="at">The moment that says what is late.</param>
    public static string Text(string? shopName, ZoneId zone, IReadOnlyCollection<CalendarPlan> plans, Moment at)
    {
        var name = shopName is null ? "LIVE plans" : $"LIVE plans of {shopName}";
        var text = new CalendarText().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//LiveCommerce//LIVE plans//EN").Line("CALSCALE", "GREGORIAN")
            .Words("NAME", name).Words("X-WR-CALNAME", name).Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").Line("X-PUBLISHED-TTL", "PT1H");
        // the shop's own zone always: a calendar holds one component at least
        foreach (var rules in plans.Select(plan => plan.Plan.Schedule).GroupBy(schedule => schedule.Zone).DefaultIfEmpty())
        {
            if (rules is null) CalendarZone.Write(text, zone, at, at + NodaTime.Duration.FromSeconds(1));
            else CalendarZone.Write(text, rules.Key, rules.Min(schedule => schedule.Start), rules.Max(schedule => schedule.End));
        }
        foreach (var plan in plans)
            foreach (var item in PromotionTimeline.Of(plan.Plan, plan.Teasers, plan.Videos, at)) Entry(text, plan, item);
        return text.Line("END", "VCALENDAR").ToString();
    }

    static void Entry(CalendarText text, CalendarPlan shown, TimelineItem item)
    {
        var (plan, schedule) = (shown.Plan, shown.Plan.Schedule);
        text.Line("BEGIN", "VEVENT").Line("UID", $"{shown.First}{Place(item, schedule)}@livecommerce").At("DTSTAMP", ChangedAt(plan))
            .Line("SEQUENCE", Numeral.Of(shown.Moves + (plan.Status == LivePlanStatus.Deleted ? 1 : 0)));
        // A LIVE stands where its seller wrote it, unless that time comes twice, of which programs take either. What leads up to it is counted back from its instant,
        // and the end is an instant as well: not every program counts hours across a clock change.
        if (item.Kind == TimelineKind.Live && schedule.Rule != LocalTimeRule.RepeatedFirstTaken) text.Line($"DTSTART;TZID={schedule.Zone.Id}", CalendarText.Of(schedule.LocalStart));
        else text.At("DTSTART", item.DueAt);
        if (item.Kind == TimelineKind.Live) text.At("DTEND", schedule.End);
        text.Words("SUMMARY", $"{Lead(item.Kind)}{plan.Title.Value ?? "LIVE"}{Mark(item.State)}").Words("DESCRIPTION", Describe(plan, item))
            .Line("STATUS", item.State == TimelineState.Cancelled ? "CANCELLED" : "CONFIRMED").Line("TRANSP", item.Kind == TimelineKind.Live ? "OPAQUE" : "TRANSPARENT").Line("END", "VEVENT");
    }

    static string Place(TimelineItem item, LiveSchedule schedule) => item.Kind switch
    {
        TimelineKind.Live => "",
        TimelineKind.Teaser => $"-teaser-{Hours(item, schedule)}h",
        TimelineKind.PromotionalVideo => $"-video-{Hours(item, schedule)}h",
        _ => throw new UnreachableException(),
    };

    static string Lead(TimelineKind kind) => kind switch
    {
        TimelineKind.Live => "",
        TimelineKind.Teaser => "Post a teaser: ",
        TimelineKind.PromotionalVideo => "Post a promotional video: ",
        _ => throw new UnreachableException(),
    };

    static string Mark(TimelineState state) => state switch
    {
        TimelineState.Upcoming or TimelineState.Cancelled => "",
        TimelineState.Done => " (done)",
        TimelineState.Late => " (late)",
        TimelineState.Missed => " (missed)",
        _ => throw new UnreachableException(),
    };

    static string Describe(LivePlanRecord plan, TimelineItem item) => $"LIVE plan {plan.Id}, {item.Rule}.{(item.Kind == TimelineKind.Live ? Clock(plan.Schedule) : "")}";

    static string Clock(LiveSchedule schedule) => schedule.Rule switch
    {
        LocalTimeRule.AsWritten => "",
        LocalTimeRule.SkippedMovedForward => $"\nA clock change skips {schedule.Time}: it is moved forward by what is skipped.",
        LocalTimeRule.RepeatedFirstTaken => $"\nA clock change repeats {schedule.Time}: the first of the two is meant.",
        _ => throw new UnreachableException(),
    };

    static string Hours(TimelineItem item, LiveSchedule schedule) => (schedule.Start - item.DueAt).TotalHours.ToString("0", CultureInfo.InvariantCulture);

    static Moment ChangedAt(LivePlanRecord plan) => Moment.Max(plan.CreatedAt, Moment.Max(plan.SessionStartedAt ?? plan.CreatedAt, plan.OverAt ?? plan.CreatedAt));
}
