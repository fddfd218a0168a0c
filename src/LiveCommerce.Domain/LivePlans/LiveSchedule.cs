using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.LivePlans;

/// <summary>When a seller wants to go LIVE, on the shop's clock.</summary>
/// <param name="Date">ISO 8601, such as <c>2026-11-28</c>.</param>
/// <param name="Time">ISO 8601 hours and minutes, such as <c>20:00</c>.</param>
/// <param name="Minutes">For how long: 1 to 1,440.</param>
public sealed record WantedSchedule(string Date, string Time, int Minutes)
{
    internal LocalDate? ParsedDate => LocalDatePattern.Iso.Parse(Date) is { Success: true } parsed && parsed.Value.Year is > 0 and < 9999 ? parsed.Value : null;

    internal LocalTime? ParsedTime => Clock.Parse(Time) is { Success: true } parsed ? parsed.Value : null;

    static LocalTimePattern Clock { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
}

/// <summary>How a local time became an instant, where a clock change skips or repeats it (C53).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocalTimeRule>))]
public enum LocalTimeRule
{
    /// <summary>The local time exists once.</summary>
    AsWritten,

    /// <summary>A clock change skips it: it is moved forward by what was skipped, so 02:30 in a skipped hour is 03:30.</summary>
    SkippedMovedForward,

    /// <summary>A clock change repeats it: the first of the two is meant.</summary>
    RepeatedFirstTaken,
}

/// <summary>When a planned LIVE runs: as it was written, in which zone, and the instant that follows (C53). It never changes (C1).</summary>
/// <param name="Date">ISO 8601 date on the shop's clock.</param>
/// <param name="Time">Hours and minutes on the shop's clock.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="Zone">The shop's zone at the creation.</param>
/// <param name="Rule">How the local time became the instant.</param>
/// <param name="Start">The instant.</param>
public sealed record LiveSchedule(string Date, string Time, int Minutes, ZoneId Zone, LocalTimeRule Rule, Moment Start)
{
    /// <summary>The most minutes of a planned LIVE: a day.</summary>
    public const int LongestMinutes = 1440;

    /// <summary>The first moment after it.</summary>
    [JsonIgnore]
    public Moment End => Start + Duration.FromMinutes(Minutes);

    /// <summary>From start to end.</summary>
    [JsonIgnore]
    public TimeRange Range => new(Start, End);

    /// <summary>The instant on the clock of the zone: another than what was written where that was skipped.</summary>
    [JsonIgnore]
    public LocalDateTime LocalStart => Start.Instant.InZone(Zone.Rules).LocalDateTime;

    internal bool SaysTheSameAs(WantedSchedule wanted) => (Date, Time, Minutes) == (wanted.Date, wanted.Time, wanted.Minutes);

    internal static LiveSchedule? Resolve(WantedSchedule wanted, ZoneId zone)
    {
        if (wanted.ParsedDate is not { } date || wanted.ParsedTime is not { } time) return null;
        var local = date.At(time);
        var times = zone.Rules.MapLocal(local).Count;
        var rule = times == 0 ? LocalTimeRule.SkippedMovedForward : times == 1 ? LocalTimeRule.AsWritten : LocalTimeRule.RepeatedFirstTaken;
        return new(wanted.Date, wanted.Time, wanted.Minutes, zone, rule, Moment.From(zone.Rules.AtLeniently(local).ToInstant()));
    }
}
