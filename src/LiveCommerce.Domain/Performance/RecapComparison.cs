using LiveCommerce.Kernel;

namespace LiveCommerce.Performance;

/// <summary>How the figures of one currency moved, each as a part of what it was before; null where that was nothing or untold.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="LiveGmv">Of GMV; <c>0.25</c> is a quarter more.</param>
/// <param name="Gpm">Of GPM.</param>
public sealed record CurrencyChange(string Currency, string? LiveGmv, string? Gpm);

/// <summary>The seven full days before, and how the figures moved since (C51).</summary>
/// <param name="Period">The days compared with.</param>
/// <param name="Before">Their figures.</param>
/// <param name="Orders">How orders moved, as a part of what they were before.</param>
/// <param name="Views">How views moved.</param>
/// <param name="ByCurrency">How money moved, for each currency of either time.</param>
public sealed record RecapComparison(TimeRange Period, RecapFigures Before, string? Orders, string? Views, ValueList<CurrencyChange> ByCurrency)
{
    internal static RecapComparison Of(TimeRange period, RecapFigures before, RecapFigures now) => new(
        period, before, Change(now.Orders, before.Orders), Change(now.Views, before.Views),
        now.ByCurrency.Concat(before.ByCurrency).Select(figures => figures.Currency).Distinct().Order(StringComparer.Ordinal)
            .Select(currency => Change(currency, Find(now, currency), Find(before, currency))).ToValueList());

    static CurrencyFigures? Find(RecapFigures figures, string currency) => figures.ByCurrency.FirstOrDefault(one => one.Currency == currency);

    // a currency that was paid in before and is not now went down by all of it; the other way round there is no baseline
    static CurrencyChange Change(string currency, CurrencyFigures? now, CurrencyFigures? before) =>
        new(currency, Ratio.Change(Ratio.Value(now?.LiveGmv.Value.Amount) ?? 0, Ratio.Value(before?.LiveGmv.Value.Amount)), Ratio.Change(Ratio.Value(now?.Gpm.Value), Ratio.Value(before?.Gpm.Value)));

    static string? Change(Figure now, Figure before) => Ratio.Change(Ratio.Value(now.Value), Ratio.Value(before.Value));
}
