using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>A teaser that was posted, with its last figures.</summary>
/// <param name="Teaser">The teaser.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="Figures">Its last figures; null where none were measured.</param>
public sealed record PostedTeaser(TeaserId Teaser, TeaserSource Source, Moment PostedAt, TeaserFigures? Figures);

/// <summary>One teaser's figures as they are shown.</summary>
/// <param name="Teaser">Which one, and its figures.</param>
/// <param name="Freshness">How fresh they are.</param>
/// <param name="EnterRoomRate">Who entered the room; null where nothing was measured.</param>
public sealed record TeaserResult(PostedTeaser Teaser, TeaserFreshness Freshness, EnterRoomRate? EnterRoomRate);

/// <summary>The performance of a shop's teasers that were posted in the last 7 times 24 hours (TSR-19, TSR-20); what nothing measured is null, and never 0.</summary>
/// <param name="From">What was posted later than this counts.</param>
/// <param name="To">The moment that was asked for.</param>
/// <param name="HighlightsPosted">Teasers posted that were cut from LIVE highlights.</param>
/// <param name="UploadsPosted">Teasers posted that were cut from uploaded videos.</param>
/// <param name="Views">Views of all of them.</param>
/// <param name="NewViewers">Who watched a video of the account for the first time.</param>
/// <param name="NewFollowers">Who began to follow.</param>
/// <param name="EnterRoomRate">The enter-room rate of all of them (TSR-17).</param>
/// <param name="Freshness">As fresh as the newest of them; null where none was posted.</param>
/// <param name="DataAsOf">The earliest of their last measurements: all of it is known until then.</param>
/// <param name="Teasers">Each of them, the last posted first.</param>
public sealed record TeaserPerformance(
    Moment From,
    Moment To,
    int HighlightsPosted,
    int UploadsPosted,
    long? Views,
    long? NewViewers,
    long? NewFollowers,
    EnterRoomRate? EnterRoomRate,
    TeaserFreshness? Freshness,
    Moment? DataAsOf,
    ValueList<TeaserResult> Teasers)
{
    /// <summary>The performance as of a moment; what is posted at another is left out.</summary>
    public static TeaserPerformance Of(IEnumerable<PostedTeaser> posted, Moment now)
    {
        var from = Moment.From(now.Instant - TeaserFreshnesses.Growing);
        var counted = posted.Where(teaser => from < teaser.PostedAt && teaser.PostedAt <= now).OrderByDescending(teaser => teaser.PostedAt).ThenBy(teaser => teaser.Teaser.Value).ToArray();
        var figures = counted.Select(teaser => teaser.Figures).OfType<TeaserFigures>().ToArray();
        long? Sum(Func<TeaserFigures, int> figure) => figures.Length == 0 ? null : figures.Sum(one => (long)figure(one));
        return new(
            from, now,
            counted.Count(teaser => teaser.Source == TeaserSource.LiveHighlight), counted.Count(teaser => teaser.Source == TeaserSource.UploadedVideo),
            Sum(one => one.Views), Sum(one => one.NewViewers), Sum(one => one.NewFollowers),
            figures.Length == 0 ? null : EnterRoomRate.Of(figures),
            counted.Length == 0 ? null : TeaserFreshnesses.At(counted[0].PostedAt, now),
            figures.Length == 0 ? null : figures.Min(one => one.MeasuredAt),
            counted.Select(teaser => new TeaserResult(teaser, TeaserFreshnesses.At(teaser.PostedAt, now), teaser.Figures is { } one ? EnterRoomRate.Of(one) : null)).ToValueList());
    }
}
