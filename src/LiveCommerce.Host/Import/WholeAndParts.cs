using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Host.Import;

/// <summary>A document says what the whole LIVE came to. Minutes that say more contradict it; minutes that say less may come later, and alone count (ADR 19).</summary>
static class WholeAndParts
{
    internal static (IReadOnlyList<Refusal> More, IReadOnlyList<Refusal> Less) Of(LiveDocument.Minutes document, MinuteFigures[] minutes)
    {
        var (more, less) = (new List<Refusal>(), new List<Refusal>());
        if (document.Units is { } units) Judge("overall.items_sold", units, minutes.Sum(minute => (decimal)minute.Units));
        if (document.Gmv is { IsValid: true } gmv && minutes.SelectMany(minute => minute.Gmv).All(line => line.Gmv.IsValid && line.Gmv.Currency == gmv.Currency))
            Judge("overall.gmv", Number(gmv), minutes.Sum(minute => minute.Gmv.Sum(line => Number(line.Gmv))));
        else if (document.Gmv is { } other) more.Add(FigureRefusals.Currency.Of("overall.gmv.currency", ("currency", Known(other))));
        return (more, less);

        void Judge(string field, decimal whole, decimal parts)
        {
            (string, string)[] both = [("whole", Text(whole)), ("parts", Text(parts))];
            if (parts > whole) more.Add(ImportRefusals.MoreThanWhole.Of(field, both));
            else if (parts < whole) less.Add(ImportRefusals.LessThanWhole.Of(field, both));
        }
    }

    static string Known(Money money) => money.Currency.Length <= 3 ? money.Currency : "none";

    static decimal Number(Money money) => decimal.Parse(money.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
