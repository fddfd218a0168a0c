using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Season;

/// <summary>A teaser of the season: its id and its words follow from its name.</summary>
/// <param name="Name">Names it for ever.</param>
/// <param name="FromMilliseconds">Where in a film of 50 seconds it begins: only a few run for 40, since rendering takes its time.</param>
/// <param name="Words">Its caption.</param>
sealed record SeasonTeaser(string Name, int FromMilliseconds, string Words)
{
    public TeaserId Id { get; } = new(SeasonIds.Of($"teasers/{Name}"));

    public PersonalText Caption => Text("caption", Words);

    public PersonalText Text(string what, string words) => SeasonText.Of(SeasonTeasers.Shop.Id.Value, $"teasers/{Name}/{what}", words);
}

/// <summary>The season's teasers: three highlights of a LIVE, of which one is posted and measured; an upload that is ready, one that is posted and edited, and one that is deleted.</summary>
static class SeasonTeasers
{
    public static SeasonMerchant Shop => SeasonParties.BatikLaras;

    public static IReadOnlyList<SeasonTeaser> Highlights { get; } =
    [
        new("highlight", 10_000, "The shawl everybody asked for, LIVE again soon"),
        new("second highlight", 35_000, "Two minutes that sold out a colour"),
        new("third highlight", 36_000, "You asked how it is folded: here it is"),
    ];

    public static SeasonTeaser Upload { get; } = new("upload", 28_000, "Three ways to wear a shawl");

    public static SeasonTeaser Edited { get; } = new("edited", 30_000, "From thread to shawl");

    public static SeasonTeaser Deleted { get; } = new("deleted", 10_000, "A draft that nobody sees");

    /// <summary>What the posted highlight brought until a moment: 15 of 100 who saw it entered the room.</summary>
    public static TeaserFigures FiguresUntil(Moment moment) => new(moment, Views: 2_400, Viewers: 2_000, NewViewers: 640, NewFollowers: 85, RoomEntries: 300);
}
