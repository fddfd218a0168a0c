using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Tells what a posted teaser brought until a moment of its first 7 days (TSR-19..21).</summary>
public sealed record RecordTeaserFigures(TeaserId Teaser, TeaserFigures Figures) : ITeaserCommand;

public static partial class TeaserDecider
{
    static Decision Measure(Teaser.Known state, RecordTeaserFigures command, Moment now)
    {
        var stream = Teaser.At(command.Teaser);
        if (state is not Teaser.Posted { Post: var post }) return Decision.Refuse(stream, [TeaserRefusals.NotPosted.Of("teaser")]);
        if (post.Figures == command.Figures) return Decision.AlreadySo;
        var refusals = BadFigures(post, command.Figures, now).ToValueList();
        return refusals.Count > 0 ? Decision.Refuse(stream, refusals)
            : Decision.Record(stream, new TeaserMetricsRecorded(command.Figures)) with { Details = [new("freshness", TeaserFreshnesses.At(post.PostedAt, now).ToString())] };
    }

    static IEnumerable<Refusal> BadFigures(TeaserPost post, TeaserFigures told, Moment now)
    {
        if (told.MeasuredAt < post.PostedAt || told.MeasuredAt > now) yield return TeaserRefusals.MeasuredWhen.Of("figures.measuredAt", ("posted_at", post.PostedAt.ToString()));
        else if (TeaserFreshnesses.At(post.PostedAt, told.MeasuredAt) == TeaserFreshness.Final) yield return TeaserRefusals.FiguresFinal.Of("figures.measuredAt");
        else if (post.Figures is { } last && told.MeasuredAt <= last.MeasuredAt) yield return TeaserRefusals.MeasuredBefore.Of("figures.measuredAt", ("last_measured_at", last.MeasuredAt.ToString()));
        foreach (var (name, figure) in new (string, int?)[] { ("views", told.Views), ("viewers", told.Viewers), ("newViewers", told.NewViewers), ("newFollowers", told.NewFollowers), ("roomEntries", told.RoomEntries) })
            if (figure < 0) yield return TeaserRefusals.FigureNegative.Of($"figures.{name}");
    }
}
