using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveEvents;

/// <summary>What is told outside.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>A LIVE Event's session started (PLAN-15).</summary>
    LiveStarted,

    /// <summary>A LIVE Event's plan was deleted (C48).</summary>
    LiveCancelled,

    /// <summary>Another plan takes its place (BEY-12).</summary>
    LiveRescheduled,

    /// <summary>A teaser was posted (TSR-07).</summary>
    TeaserPosted,

    /// <summary>A posted teaser's caption, cover or both were edited (TSR-14).</summary>
    TeaserEdited,

    /// <summary>A posted teaser was deleted (TSR-15).</summary>
    TeaserDeleted,
}

/// <summary>Something that happened and is told outside, at least once and under one id.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="HappenedAt">When.</param>
public abstract record Notice(NoticeKind Kind, Moment HappenedAt)
{
    /// <summary>The name of its kind on the wire, such as <c>live_event.started</c>.</summary>
    public string Name => Kind switch
    {
        NoticeKind.LiveStarted => "live_event.started",
        NoticeKind.LiveCancelled => "live_event.cancelled",
        NoticeKind.LiveRescheduled => "live_event.rescheduled",
        NoticeKind.TeaserPosted => "teaser.posted",
        NoticeKind.TeaserEdited => "teaser.edited",
        NoticeKind.TeaserDeleted => "teaser.deleted",
        _ => throw new UnreachableException(),
    };
}
