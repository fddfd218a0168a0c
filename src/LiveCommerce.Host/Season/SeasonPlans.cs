using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Season;

/// <summary>LIVE plans in every state that needs no session: to come and more and more ready, colliding, missed, rescheduled, deleted; and what was refused.</summary>
static class SeasonPlans
{
    public static IEnumerable<SeasonStep> Of(SeasonDay day, SeasonScale scale, SeasonCrowd crowd) =>
        ToCome(day).Concat(Prepared(day)).Concat(Over(day)).Concat(crowd.Merchants.Where(crowd.IsBound).SelectMany(merchant => Of(merchant, day, scale)));

    static IEnumerable<SeasonStep> ToCome(SeasonDay day)
    {
        yield return Create(new("batik in a hurry", SeasonParties.BatikLaras, day.At(4, 12, 30), 45, "Last scarves", 1, 0), day.At(-5, 3));
        yield return Create(new("batik friday", SeasonParties.BatikLaras, day.At(11, 13), 120, "Batik and tea", 2, 1), day.At(-9, 3));
        yield return Create(new("kopi tasting", SeasonParties.KopiSenja, day.At(3, 9), 90, "Three roasts, one table", 6, 1), day.At(-8, 4));
        yield return Create(new("kopi brunch", SeasonParties.KopiSenja, day.At(3, 10), 60, "Brunch with Senja", 4, 0), day.At(-7, 4));
        yield return Create(new("acorns' whole shop", SeasonParties.TinyAcorns, day.At(15, 11), 240, "Everything for the little ones", LivePlan.MostProducts, 3), day.At(-6, 9));
    }

    /// <summary>One LIVE becomes ready point by point, in the rhythm of the week before it.</summary>
    static IEnumerable<SeasonStep> Prepared(SeasonDay day)
    {
        var (batik, shop) = (SeasonParties.BatikLaras, SeasonParties.BatikLaras.Actor);
        var plan = new SeasonPlan("batik year end", batik, day.At(18, 13), 180, "Year-end batik night", 1, 0);
        var products = SeasonPlan.ProductsOf(batik, 8);
        yield return Create(plan, day.At(-10, 3));
        yield return new("batik year end: products", day.At(-9, 4), shop, new ChangeFeaturedProducts(plan.Id, products));
        yield return new("batik year end: tools", day.At(-8, 4), shop, new ChangePromotionTools(plan.Id, SeasonPlan.ToolsOf(batik, 2)));
        yield return new("batik year end: estimate", day.At(-7, 4), shop, new EstimateSales(plan.Id, products.Select((id, index) => new ProjectedUnits(id, 12 + (4 * index))).ToValueList()));
        yield return new("batik year end: run sheet", day.At(-6, 4), shop, new WriteRunSheet(plan.Id,
        [
            new(SegmentKind.Interaction, 10, null, plan.Text("welcome", "Greet by name, show the workshop")),
            .. products.SelectMany(id => (RunSheetSegment[])[new(SegmentKind.Product, 5, id, null), new(SegmentKind.Transition, 1, null, null)]),
            new(SegmentKind.PromotionalDrop, 15, products[0], plan.Text("drop", "Half the price for a quarter of an hour")),
        ]));
        yield return new("batik year end: card", day.At(-5, 4), shop, new WriteReferenceCard(plan.Id, new(products[0],
            [plan.Text("card 1", "Hand-drawn in Kelantan, two weeks each"), plan.Text("card 2", "Compare: printed cloth fades on the back")])));
        yield return new("batik year end: equipment", day.At(-4, 4), shop, new RecordTechnicalCheck(plan.Id, new(8_200, true, 100, 40)));
        yield return new("batik year end: another date is refused", day.At(-3, 4), shop, new ChangeEventDetails(plan.Id, plan.Wanted(day.At(19, 13), 180), null, null), Outcome.Refused);
    }

    static IEnumerable<SeasonStep> Over(SeasonDay day)
    {
        foreach (var step in Missed(new("siam flash", SeasonParties.SiamGadgets, day.At(-6, 12), 60, "Chargers at noon", 3, 1), day.At(-20, 5))) yield return step;

        var kilau = new SeasonPlan("kilau glow", SeasonParties.KilauBeauty, day.At(5, 12), 90, "Glow before the holidays", 5, 1);
        yield return Create(kilau, day.At(-10, 6));
        yield return new("kilau glow is rescheduled", day.At(-6, 6), kilau.Merchant.Actor, new RescheduleLivePlan(kilau.Id, SeasonPlan.IdOf("kilau glow, a week later"), kilau.Wanted(day.At(12, 12), 90), SeasonSubscribers.OfKilau));

        var mekong = new SeasonPlan("mekong bowls", SeasonParties.MekongHome, day.At(9, 12), 75, "Bowls from the delta", 4, 1);
        yield return Create(mekong, day.At(-9, 8));
        yield return new("mekong bowls is deleted", day.At(-5, 8), mekong.Merchant.Actor, new DeleteLivePlan(mekong.Id, SeasonSubscribers.OfMekong));

        var late = new SeasonPlan("warung yesterday", SeasonParties.WarungNusantara, day.At(-9, 12), 60, "Yesterday's supper", 2, 0);
        yield return new("warung plans the past", day.At(-8, 3), late.Merchant.Actor, late.Creation, Outcome.Refused);
    }

    /// <summary>A shop of the crowd plans weekly, at one hour; what lies behind was missed.</summary>
    static IEnumerable<SeasonStep> Of(SeasonMerchant merchant, SeasonDay day, SeasonScale scale)
    {
        var dice = new SeasonDice($"{scale.Seed}/plans/{merchant.Shop}");
        var (first, hour, minutes) = (-14 + dice.Roll(7), 8 + dice.Roll(8), 30 * dice.Between(1, 8));
        for (var (week, most) = (dice.Roll(3), 1 + dice.Roll(4)); week <= most; week++)
        {
            var (live, created) = (first + (7 * week), Math.Min(first + (7 * week) - 6, -3));
            var plan = new SeasonPlan($"{merchant.Shop}, LIVE {week + 1}", merchant, day.At(live, hour), minutes, dice.Pick(SeasonWords.Titles), dice.Between(1, 12), dice.Roll(3));
            foreach (var step in live < 0 ? Missed(plan, day.At(created, 2)) : [Create(plan, day.At(created, 2))]) yield return step;
        }
    }

    static SeasonStep Create(SeasonPlan plan, Moment at) => new($"plan {plan.Name}", at, plan.Merchant.Actor, plan.Creation);

    static IEnumerable<SeasonStep> Missed(SeasonPlan plan, Moment at) =>
        [Create(plan, at), new($"{plan.Name} is missed", plan.End, SeasonParties.Host, new CompleteLivePlan(plan.Id))];
}
