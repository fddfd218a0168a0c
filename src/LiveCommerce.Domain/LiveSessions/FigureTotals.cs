using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>What minutes add up to, as far as a recap asks: sums that can be added again, so that a recap need not read each minute.</summary>
/// <param name="Views">How often the rooms were entered.</param>
/// <param name="Orders">Orders that were paid.</param>
/// <param name="CartExposures">How often the cart was shown; null where a source does not tell it of every minute, since a part would flatter what is divided by it.</param>
/// <param name="Gmv">What was paid, one amount for each currency, by its code.</param>
/// <param name="DataAsOf">When the last figure was told; null where there is none.</param>
public sealed record FigureTotals(long Views, long Orders, decimal? CartExposures, ValueList<Money> Gmv, Moment? DataAsOf)
{
    /// <summary>Of no minute.</summary>
    public static FigureTotals None { get; } = new(0, 0, 0, [], null);

    /// <summary>The sum of minutes.</summary>
    public static FigureTotals Of(IEnumerable<ToldMinute> minutes) => Sum(minutes.Select(told => new FigureTotals(
        told.Figures.Views, told.Figures.Orders, told.Figures.CartExposures, told.Figures.Gmv.Select(line => line.Gmv).ToValueList(), told.ToldAt)));

    /// <summary>The sum of sums.</summary>
    public static FigureTotals Sum(IEnumerable<FigureTotals> parts)
    {
        var all = parts.ToArray();
        return all.Length == 0 ? None : new(
            all.Sum(part => part.Views),
            all.Sum(part => part.Orders),
            all.Any(part => part.CartExposures is null) ? null : all.Sum(part => part.CartExposures),
            Money.SumByCurrency(all.SelectMany(part => part.Gmv)),
            all.Max(part => part.DataAsOf));
    }
}

/// <summary>The last word of one source on a minute.</summary>
/// <param name="ToldAt">When it was told: what is shown of it is as of then.</param>
/// <param name="Figures">The figures.</param>
public sealed record ToldMinute(Moment ToldAt, MinuteFigures Figures);
