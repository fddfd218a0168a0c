using System.Text;
using LiveCommerce.Calendars;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using NodaTime;

namespace LiveCommerce.Tests.Calendars;

/// <summary>The calendar's text, judged by a parser that knows no zones but those in it.</summary>
public sealed class PlanCalendarTests
{
    static readonly Moment now = Moment.Parse("2026-01-01T00:00:00Z");

    [Theory, Rule("BEY-14"), Rule("C53")]
    [InlineData("Europe/Berlin", "2026-03-29", "01:30", "2026-03-29T00:30:00Z")] // the night of the gap, before it
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00Z")] // skipped, so moved forward
    [InlineData("Europe/Berlin", "2026-03-29", "03:30", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z", "UTC")] // repeated, so the first one, and no local time
    [InlineData("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", "UTC")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z")] // the gap is half an hour
    [InlineData("Europe/Dublin", "2026-12-24", "20:00", "2026-12-24T20:00:00Z")]
    [InlineData("Asia/Jakarta", "2026-03-29", "02:30", "2026-03-28T19:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-07-01", "20:00", "2026-07-01T14:15:00Z")]
    [InlineData("UTC", "2026-07-01", "20:00", "2026-07-01T20:00:00Z")]
    public async Task A_LIVE_stands_at_its_instant_whatever_the_zone_does(string zone, string date, string time, string start, string? clock = null)
    {
        var entry = (await Judged.Of(Text(Plan(1, zone, date, time))))["Batik"];
        (entry.Start, entry.Zone, Moment.Parse(entry.End) - Moment.Parse(entry.Start)).ShouldBe((start, clock ?? zone, Duration.FromMinutes(120)));
    }

    [Fact, Rule("BEY-14"), Rule("C53")]
    public async Task A_year_of_every_zone_is_at_its_instants()
    {
        foreach (var zone in new[] { "Europe/Berlin", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Ho_Chi_Minh", "Australia/Lord_Howe", "Pacific/Apia" })
        {
            var plans = Enumerable.Range(0, 366).Select(day => Plan(day, zone, LocalDatePlus(day), day % 2 == 0 ? "02:30" : "00:10")).ToArray();
            var judged = await Judged.Of(Text(plans));
            judged.Zones.ShouldBe([zone]);
            judged.Events.Where(entry => entry.Zone == zone).Select(entry => entry.Start).ShouldBe(plans.Select(plan => plan.Plan.Schedule.Start.ToString()), zone);
            judged.Events.Count(entry => entry.Zone == "Z" || entry.Zone == "UTC").ShouldBe(plans.Length * 5);
        }
    }

    [Fact, Rule("BEY-14")]
    public async Task What_was_written_comes_back_whole_and_no_line_is_longer_than_75_octets()
    {
        const string title = "Trang phục; lụa, \\ 丝绸 🧣🧣🧣 and a title that goes on until it needs more than one line of the calendar\nBEGIN:VEVENT\nEND:VCALENDAR";
        var text = Text(Plan(1, "Asia/Ho_Chi_Minh", "2026-02-01", "20:00", title: title + "\u0007"));
        (await Judged.Of(text))["Trang"].Summary.ShouldBe(title);
        var lines = text.Split("\r\n");
        (lines[^1], lines[..^1].Max(Encoding.UTF8.GetByteCount)).ShouldBe(("", 75));
        string.Concat(lines).ShouldNotContain('\n');
        lines.ShouldAllBe(line => !line.Contains('\uFFFD'));
    }

    [Fact, Rule("BEY-14"), Rule("BEY-12")]
    public async Task A_LIVE_keeps_its_id_when_it_moves_and_its_number_grows()
    {
        var (first, second) = (Plan(1, "Europe/Berlin", "2026-02-01", "20:00"), Plan(2, "Europe/Berlin", "2026-02-02", "20:00"));
        var before = await Judged.Of(Text(first));
        var after = await Judged.Of(Text(second with { First = first.First, Moves = 1 }));
        after.Events.Select(entry => entry.Uid).Order().ShouldBe(before.Events.Select(entry => entry.Uid).Order());
        (before["Batik"].Sequence, after["Batik"].Sequence, after["Batik"].Start).ShouldBe((0, 1, "2026-02-02T19:00:00Z"));
        before.Events.Select(entry => entry.Uid).Distinct().Count().ShouldBe(6);
    }

    [Fact, Rule("BEY-14")]
    public async Task A_deleted_LIVE_is_cancelled_and_what_is_late_or_missed_says_so()
    {
        var plan = Plan(1, "Europe/Berlin", "2026-02-01", "20:00");
        var gone = plan with { Plan = plan.Plan with { Status = LivePlanStatus.Deleted, OverAt = Moment.Parse("2026-01-15T10:00:00Z") } };
        var cancelled = (await Judged.Of(Text(gone)))["Batik"];
        (cancelled.Status, cancelled.Sequence, cancelled.Stamp).ShouldBe(("CANCELLED", 1, "2026-01-15T10:00:00Z"));
        var judged = await Judged.Of(PlanCalendar.Text(null, plan.Plan.Schedule.Zone, [plan with { Videos = [Moment.Parse("2026-01-31T20:00:00Z")] }], Moment.Parse("2026-01-31T21:00:00Z")));
        judged.Events.OrderBy(entry => entry.Start).ThenBy(entry => entry.Summary).Select(entry => entry.Summary).ShouldBe(
            ["Post a promotional video: Batik night (missed)", "Post a promotional video: Batik night (done)", "Post a teaser: Batik night (late)", "Post a promotional video: Batik night", "Post a teaser: Batik night", "Batik night"]);
        (judged.Name, judged["Batik"].Status).ShouldBe(("LIVE plans", "CONFIRMED"));
    }

    [Fact, Rule("BEY-14")]
    public async Task A_calendar_without_plans_is_one_all_the_same()
    {
        var judged = await Judged.Of(PlanCalendar.Text("Batik Laras", ZoneId.Parse("Asia/Jakarta"), [], now));
        (judged.Name, judged.Events.Count).ShouldBe(("LIVE plans of Batik Laras", 0));
        judged.Zones.ShouldBe(["Asia/Jakarta"]);
    }

    static string LocalDatePlus(int day) => new LocalDate(2026, 1, 1).PlusDays(day).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static string Text(params CalendarPlan[] plans) => PlanCalendar.Text("Batik Laras", plans[0].Plan.Schedule.Zone, plans, now);

    static CalendarPlan Plan(int number, string zone, string date, string time, string title = "Batik night")
    {
        var id = new LivePlanId(new Guid(number, 0, 0, new byte[8]));
        var rules = ZoneId.Parse(zone);
        var local = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse($"{date} {time}").Value;
        var rule = rules.Rules.MapLocal(local).Count switch { 0 => LocalTimeRule.SkippedMovedForward, 1 => LocalTimeRule.AsWritten, _ => LocalTimeRule.RepeatedFirstTaken };
        LiveSchedule schedule = new(date, time, 120, rules, rule, Moment.From(rules.Rules.AtLeniently(local).ToInstant()));
        var text = PersonalText.Seal(id.Value, new Guid(number, 1, 0, new byte[8]), new byte[16], title);
        return new(new(id, 1, new(Guid.Empty), LivePlanStatus.Active, null, true, schedule, text, 2, 1, null, null, null, null, now, null), id, 0, [], []);
    }
}
