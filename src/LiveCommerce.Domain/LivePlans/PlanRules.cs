using System.Globalization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>What schedule, products and tools of a plan must fulfil.</summary>
static class PlanRules
{
    internal const int MostProducts = 150;
    const int MostTools = 150;
    const int LongestId = 40;

    internal static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    internal static IEnumerable<Refusal> OfSchedule(WantedSchedule wanted, ZoneId zone, Moment now)
    {
        if (wanted.ParsedDate is null) yield return LivePlanRefusals.DateInvalid.Of("schedule.date");
        if (wanted.ParsedTime is null) yield return LivePlanRefusals.TimeInvalid.Of("schedule.time");
        if (wanted.Minutes is <= 0 or > LiveSchedule.LongestMinutes)
            yield return LivePlanRefusals.DurationInvalid.Of("schedule.minutes", ("most", Text(LiveSchedule.LongestMinutes)), ("given", Text(wanted.Minutes)));
        if (LiveSchedule.Resolve(wanted, zone) is { } schedule && schedule.Start <= now)
            yield return LivePlanRefusals.InPast.Of("schedule", ("starts_at", schedule.Start.ToString()));
    }

    internal static IEnumerable<Refusal> OfProducts(ValueList<string> products)
    {
        if (products.Count is 0 or > MostProducts)
            yield return LivePlanRefusals.ProductsOutOfRange.Of("products", ("most", Text(MostProducts)), ("given", Text(products.Count)));
        foreach (var refusal in OfIds(products, "products", LivePlanRefusals.ProductIdInvalid, LivePlanRefusals.ProductRepeated)) yield return refusal;
    }

    internal static IEnumerable<Refusal> OfTools(ValueList<string> tools)
    {
        if (tools.Count > MostTools) yield return LivePlanRefusals.ToolsTooMany.Of("promotionTools", ("most", Text(MostTools)), ("given", Text(tools.Count)));
        foreach (var refusal in OfIds(tools, "promotionTools", LivePlanRefusals.ToolIdInvalid, LivePlanRefusals.ToolRepeated)) yield return refusal;
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // what is too long is refused for its length; no more than may be are looked at
    static IEnumerable<Refusal> OfIds(ValueList<string> ids, string field, RefusalKind invalid, RefusalKind repeated)
    {
        var seen = new HashSet<string>();
        foreach (var (id, index) in ids.Take(MostProducts).Select((id, index) => (id, index)))
        {
            if (!IsId(id)) yield return invalid.Of($"{field}[{Text(index)}]");
            else if (!seen.Add(id)) yield return repeated.Of($"{field}[{Text(index)}]");
        }
    }
}
