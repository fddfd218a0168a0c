using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>What a batch of minutes must fulfil; everything that it does not is said at once.</summary>
static class FigureRules
{
    internal const int MostMinutes = 60;
    internal const int MostProducts = 150;

    const int LongestId = 40;

    internal static IEnumerable<Refusal> Broken(LiveSession.Started session, ValueList<MinuteFigures> minutes, Moment now)
    {
        if (minutes.Count is 0 or > MostMinutes) return [FigureRefusals.BatchSize.Of("minutes", ("most", Numeral.Of(MostMinutes)), ("given", Numeral.Of(minutes.Count)))];
        var seen = new HashSet<int>();
        return minutes.SelectMany((figures, index) => OfMinute(session, figures, $"minutes[{index}]", seen, now)).ToArray();
    }

    static IEnumerable<Refusal> OfMinute(LiveSession.Started session, MinuteFigures figures, string field, HashSet<int> seen, Moment now)
    {
        if (!seen.Add(figures.Minute)) yield return FigureRefusals.MinuteTwice.Of($"{field}.minute", ("minute", Numeral.Of(figures.Minute)));
        if (!IsWithin(session, figures.Minute, now)) yield return FigureRefusals.OutsideSession.Of($"{field}.minute", ("minute", Numeral.Of(figures.Minute)));
        foreach (var (name, figure) in Named(figures))
            if (figure < 0) yield return FigureRefusals.Negative.Of($"{field}.{name}");
        if (figures.Gmv.Count > MostProducts)
        {
            yield return FigureRefusals.TooManyProducts.Of($"{field}.gmv", ("most", Numeral.Of(MostProducts)), ("given", Numeral.Of(figures.Gmv.Count)));
            yield break;
        }
        var products = new HashSet<(string?, string)>();
        for (var i = 0; i < figures.Gmv.Count; i++)
            foreach (var refusal in OfProduct(figures.Gmv[i], $"{field}.gmv[{i}]", products)) yield return refusal;
    }

    internal static IEnumerable<Refusal> OfTotals(ValueList<ProductTotals> products)
    {
        if (products.Count is 0 or > MostProducts)
        {
            yield return FigureRefusals.ProductsOutOfRange.Of("products", ("most", Numeral.Of(MostProducts)), ("given", Numeral.Of(products.Count)));
            yield break;
        }
        var seen = new HashSet<(string?, string)>();
        for (var i = 0; i < products.Count; i++)
        {
            var (it, field) = (products[i], $"products[{i}]");
            foreach (var (name, figure) in new (string, int?)[] { ("units", it.Units), ("orders", it.Orders), ("clicks", it.Clicks), ("impressions", it.Impressions) })
                if (figure < 0) yield return FigureRefusals.Negative.Of($"{field}.{name}");
            foreach (var refusal in OfProduct(new(it.ProductId, it.Gmv), field, seen)) yield return refusal;
        }
    }

    static IEnumerable<Refusal> OfProduct(ProductGmv line, string field, HashSet<(string?, string)> seen)
    {
        if (line.ProductId is { } id && !IsId(id)) yield return FigureRefusals.ProductId.Of($"{field}.productId");
        else if (!seen.Add((line.ProductId, line.Gmv.Currency))) yield return FigureRefusals.ProductTwice.Of($"{field}.productId");
        if (!line.Gmv.HasKnownCurrency) yield return FigureRefusals.Currency.Of($"{field}.gmv.currency");
        else if (!line.Gmv.IsValid) yield return FigureRefusals.Amount.Of($"{field}.gmv.amount");
    }

    // a minute that has begun and lies, with its first moment at least, within the session
    static bool IsWithin(LiveSession.Started session, int minute, Moment now) =>
        minute >= 0 && session.StartOf(minute) is var begin && begin <= now && (session is not LiveSession.Ended over || begin < over.EndedAt);

    static IEnumerable<(string Name, int? Figure)> Named(MinuteFigures it) =>
    [
        ("views", it.Views), ("viewers", it.Viewers), ("entries", it.Entries), ("interactions", it.Interactions), ("newFollowers", it.NewFollowers),
        ("cartExposures", it.CartExposures), ("productClicks", it.ProductClicks), ("orders", it.Orders), ("units", it.Units),
    ];

    static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
