using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Season;

/// <summary>What becomes of a session of the crowd in the days after it was registered.</summary>
/// <param name="Steps">By reviewers, or by the party itself.</param>
/// <param name="IsOpen">Whether it is under review or approved then, and expires with its campaign.</param>
/// <param name="CanBeDuplicated">A withdrawn one cannot.</param>
sealed record SeasonReview(IReadOnlyList<SeasonStep> Steps, bool IsOpen = true, bool CanBeDuplicated = true)
{
    const int Ways = 12;

    public static SeasonReview Of(SeasonSession session, SeasonDay day, SeasonDice dice, Actor party, SeasonPlace place)
    {
        var reviewer = dice.Roll(3) == 0 ? SeasonParties.SecondReviewer : SeasonParties.Reviewer;
        var id = session.Id;
        var hours = (int[])[6 + dice.Roll(12), 6 + dice.Roll(12), 6 + dice.Roll(12)];

        SeasonStep On(int later, string what, ICommand command, Actor? by = null) => new($"{session.Name}: {what}", day.At(session.Day + later, hours[later - 1]), by ?? reviewer, command);
        SeasonStep Approved(int later = 1) => On(later, "approved", new ApproveRegistration(id));
        SeasonStep Contacted() => On(2, "contacted", new ContactMerchant(id, session.Text("contact", dice.Pick(SeasonWords.Contacts))));

        return dice.Roll(Ways) switch
        {
            0 or 1 => new([]),
            2 or 3 => new([Approved()]),
            4 or 5 => new([On(1, "assessed otherwise", new AssessLevel(id, Other(session, day, dice))), Approved(2)]),
            6 => new([On(1, "rejected", new RejectRegistration(id, session.Text("rejection", dice.Pick(SeasonWords.Rejections))))], IsOpen: false),
            7 => new([On(1, "withdrawn", new CancelRegistration(id, Confirmed: true), party)], IsOpen: false, CanBeDuplicated: false),
            8 => new([Approved(), On(3, "removed", new RemoveRegistration(id, session.Text("removal", dice.Pick(SeasonWords.Removals))))], IsOpen: false),
            9 => new([Approved(), Contacted(), On(3, "moved", new ModifyLivePeriod(id, day.Live(session.LiveDay + 1, session.Hour, session.Minutes)))]),
            10 => new([On(1, "assessed", new AssessLevel(id, session.Levels[0])), Approved(2), On(3, "grouped", new GroupProducts(id, Products(session, dice, place)))]),
            _ => new([Contacted(), On(3, "shortened", new ModifyLivePeriod(
                id, day.Live(session.LiveDay, session.Hour + 1, session.Minutes - 15), session.Text("override", "The host has a train to catch; agreed with the campaign's team")))]),
        };
    }

    static string Other(SeasonSession session, SeasonDay day, SeasonDice dice)
    {
        var others = session.Fair.Terms(day).Levels.Select(level => level.Level).Except(session.Levels).ToList();
        return others.Count > 0 ? dice.Pick(others) : session.Levels[^1];
    }

    static ValueList<GroupedProduct> Products(SeasonSession session, SeasonDice dice, SeasonPlace place) =>
        [.. Enumerable.Range(1, 1 + dice.Roll(3)).Select(number => new GroupedProduct(
            Digest.Of($"image {number} of {session.Name}"), $"{dice.Pick(SeasonWords.Goods)} {number}", $"sku-{number}", session.Text($"shop of product {number}", session.Name.Split(',')[0]),
            new($"{place.Price * number}", place.Currency)))];
}
