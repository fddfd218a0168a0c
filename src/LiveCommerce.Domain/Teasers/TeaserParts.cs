using System.Globalization;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using NodaTime.Text;

namespace LiveCommerce.Teasers;

/// <summary>Where a teaser comes from (TSR-01).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeaserSource>))]
public enum TeaserSource
{
    /// <summary>The peak of a previous LIVE session.</summary>
    LiveHighlight,

    /// <summary>A video that was made offline.</summary>
    UploadedVideo,
}

/// <summary>Which part of which footage a teaser shows.</summary>
/// <param name="Footage">The footage.</param>
/// <param name="Session">The LIVE session that the footage records; null for an uploaded video.</param>
/// <param name="FromMilliseconds">Where in the footage it begins.</param>
/// <param name="Milliseconds">How long it runs: 40 seconds, or less where the footage ends (TSR-12).</param>
public sealed record TeaserCut(FootageId Footage, LiveSessionId? Session, int FromMilliseconds, int Milliseconds)
{
    /// <summary>Where it comes from.</summary>
    [JsonIgnore]
    public TeaserSource Source => Session is null ? TeaserSource.UploadedVideo : TeaserSource.LiveHighlight;
}

/// <summary>What the sticker in a teaser says: when the LIVE begins, on the shop's clock (TSR-05).</summary>
/// <param name="Start">When the LIVE begins.</param>
/// <param name="Zone">The shop's zone.</param>
public sealed record LiveTimingSticker(Moment Start, ZoneId Zone)
{
    static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.Create("d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As it is burned in, such as <c>LIVE 28 NOV 20:00</c>.</summary>
    [JsonIgnore]
    public string Text => $"LIVE {Pattern.Format(Start.Instant.InZone(Zone.Rules).LocalDateTime).ToUpperInvariant()}";
}

/// <summary>The plan that a teaser announces.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Sticker">What the sticker says of it.</param>
public sealed record LinkedPlan(LivePlanId Plan, LiveTimingSticker Sticker);

/// <summary>Why a teaser is linked to its plan no more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnlinkReason>))]
public enum UnlinkReason
{
    /// <summary>The seller wanted it.</summary>
    BySeller,

    /// <summary>The plan was deleted (C48).</summary>
    PlanDeleted,

    /// <summary>The plan was rescheduled, and the teaser is linked to the one in its place (BEY-12).</summary>
    PlanRescheduled,
}

/// <summary>Who may watch a posted teaser.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeaserAudience>))]
public enum TeaserAudience
{
    /// <summary>Everybody.</summary>
    Everyone,

    /// <summary>Whoever follows the account.</summary>
    Followers,
}

/// <summary>What a seller prefers of a post (TSR-06).</summary>
/// <param name="Audience">Who may watch it.</param>
/// <param name="AllowsComments">Whether viewers may comment.</param>
/// <param name="AllowsReuse">Whether others may use it in videos of theirs.</param>
public sealed record TeaserPreferences(TeaserAudience Audience, bool AllowsComments, bool AllowsReuse);

/// <summary>What must be input before posting (TSR-06).</summary>
/// <param name="Caption">The caption.</param>
/// <param name="Preferences">The preferences.</param>
/// <param name="Cover">Which of the frames that preparation took is the cover, from 0.</param>
public sealed record TeaserDescription(PersonalText Caption, TeaserPreferences Preferences, int Cover);

/// <summary>A video as preparation made and checked it.</summary>
/// <param name="ContentHash">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Milliseconds">How long it runs.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="HasSticker">Whether sticker and arrow are burned in (TSR-08).</param>
public sealed record RenderedVideo(string ContentHash, int Width, int Height, int Milliseconds, int Bytes, bool HasSticker);

/// <summary>What was in the way of a preparation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeaserFailure>))]
public enum TeaserFailure
{
    /// <summary>The footage was deleted before.</summary>
    FootageGone,

    /// <summary>The footage cannot be decoded where it is cut.</summary>
    NotDecodable,

    /// <summary>It took more time, memory or space than a preparation may.</summary>
    LimitReached,

    /// <summary>What came out is not what it should be.</summary>
    CheckFailed,
}
