using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using NodaTime;

namespace LiveCommerce.Host.Season;

/// <summary>A month of LIVE sessions with figures by the minute: in time for their plan and late, without a plan, by an affiliate, restated, told by two sources, and one that is on air.</summary>
static class SeasonSessions
{
    public static IEnumerable<SeasonStep> Of(SeasonDay day) => Month(day).Concat(Planned(day)).Concat(Special(day));

    /// <summary>Six shops go LIVE about twice a week, without a plan (PLAN-17).</summary>
    static IEnumerable<SeasonStep> Month(SeasonDay day) =>
        from shop in SeasonParties.Merchants.Take(6)
        let dice = new SeasonDice($"sessions/{shop.Shop}")
        from number in Enumerable.Range(0, 8)
        let start = day.At(-30 + (number * 7 / 2), 9 + dice.Roll(4))
        from step in Held(new($"{shop.Shop} {number + 1}", shop, shop.OfficialAccount, shop.Actor, start, 20 + (5 * dice.Roll(6))))
        select step;

    /// <summary>A plan that is held in time, and one that starts late without a penalty (PLAN-16).</summary>
    static IEnumerable<SeasonStep> Planned(SeasonDay day)
    {
        foreach (var (name, shop, start, late) in new[] { ("batik evening", SeasonParties.BatikLaras, day.At(-5, 13), 0), ("kopi cupping", SeasonParties.KopiSenja, day.At(-4, 14), 25) })
        {
            var plan = new SeasonPlan(name, shop, start, 60, "LIVE as planned", 4, 1);
            yield return new($"plan {name}", day.At(-9, 2), shop.Actor, plan.Creation);
            foreach (var step in Held(new(name, shop, shop.OfficialAccount, shop.Actor, start + Duration.FromMinutes(late), 30) { Plan = plan.Id })) yield return step;
        }
    }

    static IEnumerable<SeasonStep> Special(SeasonDay day)
    {
        var (kilau, batik, aisyah) = (SeasonParties.KilauBeauty, SeasonParties.BatikLaras, SeasonParties.Aisyah);
        // an affiliate's session is the shop's to see, and not in its recap (RECAP-05)
        foreach (var step in Held(new("aisyah's glow", kilau, aisyah.Account, aisyah.Actor, day.At(-3, 15), 30))) yield return step;

        var night = new SeasonLive("batik over midnight", batik, batik.OfficialAccount, batik.Actor, day.At(-6, 16, 45), 40); // midnight in Jakarta is at 17:00
        foreach (var step in Held(night)) yield return step;
        yield return new("batik over midnight is restated", day.At(-5, 1), batik.Actor, night.Tell(3, 2, 7));
        yield return new("batik over midnight, by the marketplace", day.At(-4, 1), batik.Actor, night.Tell(0, 30) with { Source = FigureSource.ShopAnalytics });

        var onAir = new SeasonLive("batik now", batik, batik.OfficialAccount, batik.Actor, day.At(-1, 23, 20), 30);
        foreach (var step in onAir.Begun()) yield return step;
    }

    static IEnumerable<SeasonStep> Held(SeasonLive live) => [.. live.Begun(), new($"{live.Name} ends", live.End, live.Actor, new EndLiveSession(live.Id))];
}
