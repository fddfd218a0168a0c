using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Performance;

/// <summary>A figure, and as of when its data is.</summary>
/// <param name="Value">The figure; an amount, a count or a ratio as decimal text, null where it cannot be told.</param>
/// <param name="DataAsOf">When the last figure that it rests on was told; null where none was.</param>
public sealed record Figure(string? Value, Moment? DataAsOf);

/// <summary>An amount, and as of when its data is.</summary>
/// <param name="Value">The amount.</param>
/// <param name="DataAsOf">When the last figure that it rests on was told.</param>
public sealed record MoneyFigure(Money Value, Moment? DataAsOf);

/// <summary>The figures of one currency; amounts of different currencies are never added.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="LiveGmv">What was paid in the LIVE sessions, gross (RECAP-03..05).</param>
/// <param name="Gpm">GMV per 1,000 cart exposures of these sessions (RECAP-08).</param>
public sealed record CurrencyFigures(string Currency, MoneyFigure LiveGmv, Figure Gpm);

/// <summary>The topline of a time.</summary>
/// <param name="Orders">Orders that were paid (RECAP-06).</param>
/// <param name="Views">Views of the sessions (RECAP-07).</param>
/// <param name="ByCurrency">What is money, for each currency that was paid in, by its code.</param>
public sealed record RecapFigures(Figure Orders, Figure Views, ValueList<CurrencyFigures> ByCurrency)
{
    /// <summary>What these sums come to; cart exposures that a source does not tell leave GPM untold.</summary>
    public static RecapFigures Of(FigureTotals totals) => new(
        Count(totals.Orders, totals),
        Count(totals.Views, totals),
        totals.Gmv.Select(sum => new CurrencyFigures(
            sum.Currency,
            new(sum, totals.DataAsOf),
            new(Ratio.Of(Ratio.Value(sum.Amount) * 1000, totals.CartExposures), totals.DataAsOf))).ToValueList());

    static Figure Count(long value, FigureTotals totals) => new(Numeral.Of(value), totals.DataAsOf);
}
