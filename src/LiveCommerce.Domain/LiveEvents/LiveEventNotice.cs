using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.LiveEvents;

/// <summary>Something that happened to a LIVE Event and is told to whoever had subscribed by then; a start also to the account's followers (PLAN-15).</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Plan">The plan that was published as the LIVE Event.</param>
/// <param name="Session">The session, of a start.</param>
/// <param name="RescheduledTo">The plan that takes its place, where one does.</param>
/// <param name="HappenedAt">When.</param>
public sealed record LiveEventNotice(NoticeKind Kind, LivePlanId Plan, LiveSessionId? Session, LivePlanId? RescheduledTo, Moment HappenedAt) : Notice(Kind, HappenedAt)
{
    /// <summary>What a fact of a plan is told as; null for a fact that nobody is told of.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="effectiveAt">When it took effect.</param>
    public static LiveEventNotice? Of(LivePlanId plan, IEvent fact, Moment effectiveAt) =>
        fact is LivePlanWentLive start ? new(NoticeKind.LiveStarted, plan, start.Session, null, start.StartedAt)
        : fact is LivePlanDeleted end ? new(end.RescheduledTo is null ? NoticeKind.LiveCancelled : NoticeKind.LiveRescheduled, plan, null, end.RescheduledTo, effectiveAt)
        : null;

    /// <summary>Whether the account's followers are told as well, whom the platform alone knows.</summary>
    public bool IsForFollowers => Kind == NoticeKind.LiveStarted;

    /// <summary>The one id under which a subscriber is told; without one, the account's followers together.</summary>
    public NotificationId IdFor(SubscriberId? subscriber) => new(DerivedId.Of(Session?.Value ?? Plan.Value, $"{Name}/{(subscriber is { } one ? one.ToString() : "followers")}"));
}
