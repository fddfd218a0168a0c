using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using LiveCommerce.Performance;
using NodaTime;

namespace LiveCommerce.Teasers;

/// <summary>What a posted teaser brought until a moment, since it was posted (TSR-20).</summary>
/// <param name="MeasuredAt">Until when.</param>
/// <param name="Views">How often it was watched.</param>
/// <param name="Viewers">How many people watched it; null where the source tells views alone.</param>
/// <param name="NewViewers">How many of them watched a video of the account for the first time.</param>
/// <param name="NewFollowers">How many began to follow.</param>
/// <param name="RoomEntries">How many entered the LIVE room from it.</param>
public sealed record TeaserFigures(Moment MeasuredAt, int Views, int? Viewers, int NewViewers, int NewFollowers, int RoomEntries);

/// <summary>How fresh a teaser's figures are (TSR-21, C43).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeaserFreshness>))]
public enum TeaserFreshness
{
    /// <summary>Less than 48 hours since it was posted: views are not counted out yet.</summary>
    Pending,

    /// <summary>48 hours to 7 days: updated hourly.</summary>
    Hourly,

    /// <summary>7 days and later: nothing changes any more.</summary>
    Final,
}

/// <summary>What an enter-room rate counts as having seen the teaser (C12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExposureBasis>))]
public enum ExposureBasis
{
    /// <summary>People.</summary>
    Viewers,

    /// <summary>Views, of which a person may have several.</summary>
    Views,
}

/// <summary>The enter-room rate (ERR): who entered the LIVE room, of those who saw the teaser (TSR-17).</summary>
/// <param name="Entries">Entries from it.</param>
/// <param name="Exposures">Who, or how often it was, seen.</param>
/// <param name="Basis">Which of the two.</param>
public sealed record EnterRoomRate(long Entries, long Exposures, ExposureBasis Basis)
{
    /// <summary>Decimal text, such as <c>0.15</c> for 15 of 100; null where nobody saw it.</summary>
    public string? Rate => Ratio.Of(Entries, Exposures);

    /// <summary>The rate of one teaser.</summary>
    public static EnterRoomRate Of(TeaserFigures figures) =>
        figures.Viewers is { } viewers ? new(figures.RoomEntries, viewers, ExposureBasis.Viewers) : new(figures.RoomEntries, figures.Views, ExposureBasis.Views);

    /// <summary>The rate of several, weighted by who saw each; by people only where all of them are counted so.</summary>
    public static EnterRoomRate Of(IReadOnlyCollection<TeaserFigures> figures)
    {
        var areCounted = figures.All(one => one.Viewers is not null);
        return new(figures.Sum(one => (long)one.RoomEntries), figures.Sum(one => (long)(areCounted ? one.Viewers ?? 0 : one.Views)), areCounted ? ExposureBasis.Viewers : ExposureBasis.Views);
    }
}

/// <summary>How the freshness of figures goes by the clock.</summary>
public static class TeaserFreshnesses
{
    /// <summary>Figures are pending for 48 hours.</summary>
    public static Duration Pending { get; } = Duration.FromHours(48);

    /// <summary>They are final after 7 times 24 hours.</summary>
    public static Duration Growing { get; } = Duration.FromDays(7);

    /// <summary>The freshness at a moment of what was posted at another.</summary>
    public static TeaserFreshness At(Moment postedAt, Moment now) =>
        now < postedAt + Pending ? TeaserFreshness.Pending : now < postedAt + Growing ? TeaserFreshness.Hourly : TeaserFreshness.Final;
}
