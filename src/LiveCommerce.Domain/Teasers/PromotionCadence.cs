using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Teasers;

/// <summary>What is posted before a LIVE; each kind has a cadence of its own (C5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromotionKind>))]
public enum PromotionKind
{
    /// <summary>A teaser: 24 hours and 1 hour before (TSR-09).</summary>
    Teaser,

    /// <summary>A promotional video: 48, 24 and 2 hours before.</summary>
    PromotionalVideo,
}

/// <summary>Whether a slot was kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SlotState>))]
public enum SlotState
{
    /// <summary>Something was posted in it.</summary>
    Kept,

    /// <summary>It passed and nothing was posted in it.</summary>
    Missed,

    /// <summary>It has not passed yet.</summary>
    Open,
}

/// <summary>A time before a LIVE at which something should be posted: advice.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When.</param>
/// <param name="Opens">From when it counts: half the distance to the LIVE too early.</param>
/// <param name="Closes">Until when it counts: half the distance to the LIVE too late.</param>
/// <param name="State">Whether it was kept.</param>
public sealed record CadenceSlot(PromotionKind Kind, Moment DueAt, Moment Opens, Moment Closes, SlotState State);

/// <summary>The cadences before a LIVE: a policy with a version, advice and never more.</summary>
public static class PromotionCadence
{
    /// <summary>How long before the LIVE each should be posted, the earliest first.</summary>
    public static ValueList<Duration> Of(PromotionKind kind) => kind switch
    {
        PromotionKind.Teaser => [Duration.FromHours(24), Duration.FromHours(1)],
        PromotionKind.PromotionalVideo => [Duration.FromHours(48), Duration.FromHours(24), Duration.FromHours(2)],
        _ => throw new UnreachableException(),
    };

    /// <summary>Every slot of a kind, judged at a moment.</summary>
    /// <param name="kind">Teasers or promotional videos.</param>
    /// <param name="start">When the LIVE begins.</param>
    /// <param name="posted">When such were posted.</param>
    /// <param name="at">The moment that judges.</param>
    public static ValueList<CadenceSlot> Slots(PromotionKind kind, Moment start, IReadOnlyCollection<Moment> posted, Moment at) => Of(kind).Select(before =>
    {
        var due = Moment.From(start.Instant - before);
        var (opens, closes) = (Moment.From(due.Instant - (before / 2)), due + (before / 2));
        return new CadenceSlot(kind, due, opens, closes, posted.Any(moment => opens <= moment && moment <= closes) ? SlotState.Kept : at > closes ? SlotState.Missed : SlotState.Open);
    }).ToValueList();
}
