using System.Globalization;

namespace LiveCommerce.Performance;

/// <summary>Quotients as decimal text: rounded half to even at the fourth decimal, and null where the denominator is 0 or unknown (C11, C51).</summary>
static class Ratio
{
    const int Places = 4;

    internal static string? Of(decimal? numerator, decimal? denominator) =>
        numerator is null || denominator is null or 0 ? null
        : decimal.Round(numerator.Value / denominator.Value, Places, MidpointRounding.ToEven).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>How much more it is than before, as a part of what it was before.</summary>
    internal static string? Change(decimal? now, decimal? before) => Of(now - before, before);

    internal static decimal? Value(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
