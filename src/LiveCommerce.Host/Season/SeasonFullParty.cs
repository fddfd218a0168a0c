using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Season;

/// <summary>One shop and its creator use exactly the 100 slots of a party, over both channels; the next is refused (REG-03).</summary>
static class SeasonFullParty
{
    const int FirstSeries = 60;

    public static IEnumerable<SeasonStep> Steps(SeasonDay day)
    {
        var (shop, creator) = (SeasonParties.WarungNusantara, SeasonParties.Bima);
        var first = SeasonRegistrations.Id("warung 1");
        yield return new("warung registers", day.At(-12, 8), shop.Actor, Submit(day, 1));
        yield return new("bima registers", day.At(-12, 9), creator.Actor, Submit(day, 2) with { Account = creator.Account, Entry = RegistrationEntry.LiveManager });
        yield return new("warung's first series", day.At(-11, 8), shop.Actor, Series(day, first, 3, FirstSeries));
        yield return new("warung's second series", day.At(-10, 8), shop.Actor, Series(day, first, FirstSeries + 3, RegistrationPolicy.Cap - FirstSeries - 2));
        yield return new("warung's 101st is refused", day.At(-9, 8), shop.Actor, Submit(day, RegistrationPolicy.Cap + 1), Outcome.Refused);
        foreach (var number in Enumerable.Range(1, 5))
            yield return new($"warung {number} approved", day.At(-8, 9), SeasonParties.Reviewer, new ApproveRegistration(SeasonRegistrations.Id($"warung {number}")));
    }

    static SubmitRegistration Submit(SeasonDay day, int number) => new(
        SeasonRegistrations.Id($"warung {number}"), SeasonCampaigns.FridayNights, new(["B"], Live(day, number), "food_and_beverages", PlatformMerchandiseSupport: true),
        Entry: RegistrationEntry.TikTokAppLink);

    static DuplicateSeries Series(SeasonDay day, RegistrationId original, int from, int count) => new(
        original, [.. Enumerable.Range(from, count).Select(number => new SeriesSession(SeasonRegistrations.Id($"warung {number}"), Live(day, number)))]);

    /// <summary>Every other day.</summary>
    static TimeRange Live(SeasonDay day, int number) => day.Live(2 * number, 4, 90);
}
