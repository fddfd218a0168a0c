using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Season;

/// <summary>A session that somebody of the crowd registers.</summary>
/// <param name="Name">Names it for ever.</param>
/// <param name="Fair">For which campaign.</param>
/// <param name="Day">On which day.</param>
/// <param name="At">When.</param>
/// <param name="LiveDay">The day of the LIVE.</param>
/// <param name="Hour">Its hour, in UTC.</param>
/// <param name="Levels">The levels that the party is ready for, the most demanding first.</param>
/// <param name="Minutes">How long those ask it to be at least.</param>
/// <param name="Extra">By how many minutes it is longer.</param>
sealed record SeasonSession(string Name, SeasonFair Fair, int Day, Moment At, int LiveDay, int Hour, ValueList<string> Levels, int Minutes, int Extra)
{
    const int DaysAhead = 6; // reviewers have their three days, and what they move stays ahead

    public RegistrationId Id => SeasonRegistrations.Id(Name);

    /// <summary>Draws a session; <paramref name="number"/> and <paramref name="minute"/> keep the sessions of one party, whose slots follow one another, at instants of their own.</summary>
    public static SeasonSession Draw(SeasonDice dice, SeasonDay day, string party, SeasonFair fair, int number, int minute)
    {
        var submitted = dice.Between(fair.Submitted.From, fair.Submitted.To);
        var levels = fair.Terms(day).Levels;
        var level = dice.Roll(levels.Count);
        ValueList<string> willing = dice.Roll(2) == 0 && level + 1 < levels.Count ? [levels[level].Level, levels[level + 1].Level] : [levels[level].Level];
        return new(
            $"{party}, {number + 1}", fair, submitted, day.At(submitted, (number * 2) + dice.Roll(2), minute), dice.Between(Math.Max(fair.Live.From, submitted + DaysAhead), fair.Live.To),
            2 + dice.Roll(18), willing, levels[level].MinimumMinutes, 30 * dice.Roll(3));
    }

    /// <summary>The command of whoever fills in the app's form, or that of LIVE Manager.</summary>
    public SubmitRegistration Submission(SeasonDay day, string category, SeasonDice dice) => new(
        Id, Fair.Id, new(Levels, day.Live(LiveDay, Hour, Minutes + Extra), category, PlatformMerchandiseSupport: dice.Roll(2) == 0, Notes: Fair.AsksForNotes || dice.Roll(3) == 0 ? Note(dice) : null),
        Entry: RegistrationEntry.TikTokAppLink, InvitationDigest: Fair.Token is { } token ? Digest.Of(token) : null);

    public PersonalText Text(string what, string words) => SeasonText.Of(Id.Value, what, words);

    PersonalText Note(SeasonDice dice) => Text("notes", dice.Pick(SeasonWords.Notes));
}

/// <summary>What people of the season write.</summary>
static class SeasonWords
{
    public static IReadOnlyList<string> Notes { get; } =
        ["Two hosts, one of them signs", "We start with last week's best seller", "Please no session right before ours", "Studio in the shop, the street may be heard", "First time with this format"];

    public static IReadOnlyList<string> Rejections { get; } =
        ["The products shown are not on sale yet", "The cover shows a competitor's logo", "Two sessions of the shop at that hour already", "The brand's letter of authorisation is missing"];

    public static IReadOnlyList<string> Removals { get; } =
        ["The product was recalled by its maker", "The stock was sold elsewhere", "The shop closes for renovation"];

    public static IReadOnlyList<string> Contacts { get; } =
        ["Agreed by phone to start a day later", "Wrote to the shop; they accept the other slot", "The host called back and is fine with it"];

    public static IReadOnlyList<string> Titles { get; } =
        ["What is new this week", "Ask us anything", "The workshop, live", "Payday favourites", "Small batch, while it lasts", "From our kitchen table", "Two for the price of one"];

    public static IReadOnlyList<string> Goods { get; } = ["Starter set", "Gift box", "Refill pack", "Limited edition", "Family size"];
}
