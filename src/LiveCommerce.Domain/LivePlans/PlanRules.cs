using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>What schedule, products and tools of a plan must fulfil.</summary>
static class PlanRules
{
    internal const int MostProducts = LivePlan.MostProducts;
    const int MostTools = 150;
    const int LongestId = 40;

    internal static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    internal static IEnumerable<Refusal> OfSchedule(WantedSchedule wanted, ZoneId zone, Moment now)
    {
        if (wanted.ParsedDate is null) yield return LivePlanRefusals.DateInvalid.Of("schedule.date");
        if (wanted.ParsedTime is null) yield return LivePlanRefusals.TimeInvalid.Of("schedule.time");
        if (wanted.Minutes is <= 0 or > LiveSchedule.LongestMinutes)
            yield return LivePlanRefusals.DurationInvalid.Of("schedule.minutes", ("most", Numeral.Of(LiveSchedule.LongestMinutes)), ("given", Numeral.Of(wanted.Minutes)));
        if (LiveSchedule.Resolve(wanted, zone) is { } schedule && schedule.Start <= now)
            yield return LivePlanRefusals.InPast.Of("schedule", ("starts_at", schedule.Start.ToString()));
    }

    internal static IEnumerable<Refusal> OfProducts(ValueList<string> products, ValueList<string> ofOthers)
    {
        if (products.Count is 0 or > MostProducts)
            yield return LivePlanRefusals.ProductsOutOfRange.Of("products", ("most", Numeral.Of(MostProducts)), ("given", Numeral.Of(products.Count)));
        foreach (var refusal in OfIds(products, "products", LivePlanRefusals.ProductIdInvalid, LivePlanRefusals.ProductRepeated)) yield return refusal;
        foreach (var (product, index) in products.Select((product, index) => (product, index)).Where(one => ofOthers.Contains(one.product)).DistinctBy(one => one.product))
            yield return LivePlanRefusals.ProductOfAnotherMerchant.Of($"products[{Numeral.Of(index)}]", ("product_id", product));
    }

    internal static IEnumerable<Refusal> OfTools(ValueList<string> tools)
    {
        if (tools.Count > MostTools) yield return LivePlanRefusals.ToolsTooMany.Of("promotionTools", ("most", Numeral.Of(MostTools)), ("given", Numeral.Of(tools.Count)));
        foreach (var refusal in OfIds(tools, "promotionTools", LivePlanRefusals.ToolIdInvalid, LivePlanRefusals.ToolRepeated)) yield return refusal;
    }

    // what is too long is refused for its length; no more than may be are looked at
    static IEnumerable<Refusal> OfIds(ValueList<string> ids, string field, RefusalKind invalid, RefusalKind repeated)
    {
        var seen = new HashSet<string>();
        foreach (var (id, index) in ids.Take(MostProducts).Select((id, index) => (id, index)))
        {
            if (!IsId(id)) yield return invalid.Of($"{field}[{Numeral.Of(index)}]");
            else if (!seen.Add(id)) yield return repeated.Of($"{field}[{Numeral.Of(index)}]");
        }
    }
}
