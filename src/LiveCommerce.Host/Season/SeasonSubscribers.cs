using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;

namespace LiveCommerce.Host.Season;

/// <summary>Who wants to be reminded of which LIVE: of two that were held, one that was moved, one that was deleted, and one to come.</summary>
static class SeasonSubscribers
{
    /// <summary>So many subscribe before the plan is rescheduled.</summary>
    public const int OfKilau = 3;

    /// <summary>So many subscribe before the plan is deleted.</summary>
    public const int OfMekong = 2;

    public static IEnumerable<SeasonStep> Of(SeasonDay day)
    {
        var eko = SeasonParties.Buyers[3];
        return Subscribe("batik evening", 5, day.At(-6, 10)).Append(new("Eko Prasetyo thinks better of batik evening", day.At(-6, 11), eko.Actor, UnsubscribeFromLiveEvent.For(SeasonPlan.IdOf("batik evening"), eko.Id)))
            .Concat(Subscribe("kopi cupping", 2, day.At(-6, 12))).Concat(Subscribe("kilau glow", OfKilau, day.At(-8, 12))).Concat(Subscribe("mekong bowls", OfMekong, day.At(-8, 13)))
            .Concat(Subscribe("batik year end", 5, day.At(-4, 10)));
    }

    static IEnumerable<SeasonStep> Subscribe(string plan, int buyers, Moment at) => SeasonParties.Buyers.Take(buyers).Select(buyer => new SeasonStep(
        $"{buyer.Name} subscribes to {plan}", at, buyer.Actor,
        SubscribeToLiveEvent.For(SeasonPlan.IdOf(plan), buyer.Id, SeasonText.Of(buyer.Id.Value, $"contact for {plan}", buyer.PlatformId))));
}
