using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;

namespace LiveCommerce.Host.Http.Webhooks;

/// <summary>A notification on the wire. Its bytes are the same at each attempt.</summary>
/// <param name="Type">Such as <c>live_event.started</c> or <c>teaser.posted</c>.</param>
/// <param name="Timestamp">When that happened which it tells of.</param>
/// <param name="Data">What it tells.</param>
sealed record WebhookBody(string Type, Moment Timestamp, object Data)
{
    internal static WebhookBody Of(LiveEventNotification it)
    {
        var (message, creation) = (it.Message, it.Message.Creation);
        return new(message.Notice.Name, message.Notice.HappenedAt, new WebhookData(
            it.Id, it.Subscriber is null ? "followers" : "subscriber", it.Contact, creation.Merchant, creation.Plan, message.Notice.Session, creation.Title.Value, creation.Schedule.Start, creation.Schedule.Zone,
            message.Notice.Kind == NoticeKind.LiveStarted ? message.Notice.HappenedAt : null, message.LateByMinutes, message.LateByMinutes is null ? null : "none",
            message.Notice.RescheduledTo, message.Instead?.Schedule.Start, message.Words));
    }

    internal static WebhookBody Of(TeaserPublication it) => new(it.Notice.Name, it.Notice.HappenedAt, TeaserWebhookData.Of(it));
}

/// <summary>What a notification tells; what does not apply is left out.</summary>
/// <param name="Notification">The same at each attempt: whoever gets it twice shows it once.</param>
/// <param name="Audience">One <c>subscriber</c>, or the account's <c>followers</c>.</param>
/// <param name="Subscriber">The platform's own id of the subscriber.</param>
/// <param name="Merchant">Whose shop goes LIVE.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Session">The session that started.</param>
/// <param name="Title">The LIVE's title, unless it was erased.</param>
/// <param name="ScheduledStart">When it was planned to start.</param>
/// <param name="Zone">The shop's time zone.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="LateByMinutes">By how much it started later than planned.</param>
/// <param name="Penalty">Always <c>none</c> (PLAN-16).</param>
/// <param name="RescheduledTo">The plan that takes its place.</param>
/// <param name="NewStart">When that is planned to start.</param>
/// <param name="Message">All of it in words.</param>
sealed record WebhookData(
    NotificationId Notification, string Audience, string? Subscriber, MerchantId Merchant, LivePlanId Plan, LiveSessionId? Session, string? Title, Moment ScheduledStart, ZoneId Zone, Moment? StartedAt,
    int? LateByMinutes, string? Penalty, LivePlanId? RescheduledTo, Moment? NewStart, string Message);
