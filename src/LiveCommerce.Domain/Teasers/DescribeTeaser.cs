using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Inputs caption, preferences and cover of a teaser that is not posted yet; without them it cannot be (TSR-06).</summary>
public sealed record DescribeTeaser(TeaserId Teaser, PersonalText Caption, TeaserPreferences Preferences, int Cover) : ITeaserCommand;

/// <summary>Ticks what of the advice a teaser follows, all of it anew (TSR-12).</summary>
public sealed record TickTeaserStory(TeaserId Teaser, ValueList<StoryPoint> Points) : ITeaserCommand;

public static partial class TeaserDecider
{
    /// <summary>So many frames are taken when a video is prepared; one of them is its cover.</summary>
    public const int Covers = 8;

    static Decision Describe(Teaser.Known state, DescribeTeaser command)
    {
        var before = state.Content.Description;
        if (before is not null && before.Caption.SaysTheSameAs(command.Caption) && (before.Preferences, before.Cover) == (command.Preferences, command.Cover) && state is Teaser.Unposted) return Decision.AlreadySo;
        ValueList<Refusal> refusals = [.. NotUnposted(state), .. BadCover(command.Cover)];
        return refusals.Count > 0 ? Decision.Refuse(Teaser.At(command.Teaser), refusals)
            : Decision.Record(Teaser.At(command.Teaser), new TeaserDescribed(new(command.Caption, command.Preferences, command.Cover)));
    }

    static Decision Tick(Teaser.Known state, TickTeaserStory command)
    {
        var points = command.Points.Distinct().Order().ToValueList();
        return state.Content.Ticked.Equals(points) ? Decision.AlreadySo : Decision.Record(Teaser.At(command.Teaser), new TeaserStoryTicked(points));
    }

    static IEnumerable<Refusal> BadCover(int? cover)
    {
        if (cover is < 0 or >= Covers) yield return TeaserRefusals.NoSuchCover.Of("cover", ("covers", Numeral.Of(Covers)));
    }
}
