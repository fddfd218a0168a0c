using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.LiveEvents;

/// <summary>What a notification says: the figures that a gateway makes its own words of, and words.</summary>
/// <param name="Notice">What happened.</param>
/// <param name="Creation">The plan as it was created.</param>
/// <param name="Instead">The plan that takes its place, where one does.</param>
public sealed record NotificationMessage(LiveEventNotice Notice, LivePlanCreated Creation, LivePlanCreated? Instead)
{
    static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("d MMM uuuu, HH:mm");

    /// <summary>By how many whole minutes the LIVE started later than planned; 0 for one in time, null where it did not start. It never has a penalty (PLAN-16).</summary>
    public int? LateByMinutes => Notice.Kind == NoticeKind.LiveStarted ? Math.Max(0, (int)(Notice.HappenedAt - Creation.Schedule.Start).TotalMinutes) : null;

    /// <summary>The whole of it in a sentence or two, with local times of the shop's zone.</summary>
    public string Words => Notice.Kind switch
    {
        NoticeKind.LiveStarted => LateByMinutes is > 0 and { } late
            ? $"{Title} is LIVE now. It started {Minutes(late)} later than planned, for which there is no penalty."
            : $"{Title} is LIVE now.",
        NoticeKind.LiveCancelled => $"{Title}, planned for {Time(Creation.Schedule)}, was cancelled.",
        NoticeKind.LiveRescheduled => $"{Title}, planned for {Time(Creation.Schedule)}, was moved{(Instead is { } next ? $" to {Time(next.Schedule)}" : "")}. Subscribe to it anew to be reminded.",
        NoticeKind.TeaserPosted or NoticeKind.TeaserEdited or NoticeKind.TeaserDeleted => throw new UnreachableException("A teaser is no LIVE Event."),
        _ => throw new UnreachableException(),
    };

    string Title => Creation.Title.Value is { } title ? $"\"{title}\"" : "The LIVE";

    static string Minutes(int count) => count == 1 ? "1 minute" : string.Create(CultureInfo.InvariantCulture, $"{count} minutes");

    static string Time(LiveSchedule schedule) => $"{Clock.Format(schedule.LocalStart)} ({schedule.Zone})";
}
