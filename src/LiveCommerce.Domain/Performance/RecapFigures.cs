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
    /// <summary>The sum of these minutes; cart exposures that a source does not tell leave GPM untold, since a part of them would flatter it.</summary>
    public static RecapFigures Of(IEnumerable<SessionMinute> counted)
    {
        var minutes = counted.ToArray();
        Moment? asOf = minutes.Length == 0 ? null : minutes.Max(minute => minute.ToldAt);
        var exposures = minutes.Sum(minute => (decimal)(minute.Figures.CartExposures ?? 0));
        var areTold = minutes.All(minute => minute.Figures.CartExposures is not null);
        var gmv = Money.SumByCurrency(minutes.SelectMany(minute => minute.Figures.Gmv).Select(line => line.Gmv));
        return new(
            Count(minutes, figures => figures.Orders, asOf),
            Count(minutes, figures => figures.Views, asOf),
            gmv.Select(sum => new CurrencyFigures(
                sum.Currency,
                new(sum, asOf),
                new(Ratio.Of(Ratio.Value(sum.Amount) * 1000, areTold ? exposures : null), asOf))).ToValueList());
    }

    static Figure Count(SessionMinute[] minutes, Func<MinuteFigures, int> figure, Moment? asOf) =>
        new(Numeral.Of(minutes.Sum(minute => (long)figure(minute.Figures))), asOf);
}
