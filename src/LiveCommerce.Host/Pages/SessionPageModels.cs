using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Pages;

// Razor makes components public, so what they are given must be public too.

/// <summary>What <c>/sessions</c> shows.</summary>
/// <param name="Party">Whose sessions; everybody's without one.</param>
/// <param name="Zone">The shop's zone; null of a creator, and of everybody.</param>
/// <param name="Recap">The recap of the last 7 days, of a shop alone.</param>
/// <param name="Sessions">A page of sessions, the latest first.</param>
/// <param name="Names">The names of the shops that they are of.</param>
/// <param name="Next">The cursor of the next page.</param>
public sealed record SessionsModel(
    PageSetup Setup, Actor Actor, Party? Party, ZoneId? Zone, LivePerformanceRecap? Recap, IReadOnlyList<LiveSessionRecord> Sessions, IReadOnlyDictionary<Party, string> Names, string? Next)
{
    internal string Heading => Party is null ? "LIVE sessions" : $"LIVE sessions of {NameOf(Party)}";

    internal string Further => $"/sessions?{(Party is null ? "" : $"party={Party}&")}cursor={Next}";

    internal string NameOf(Party party) => Names.GetValueOrDefault(party) ?? party.ToString();

    internal string GmvMoved(string currency) => Moved(Recap?.Comparison?.ByCurrency.FirstOrDefault(one => one.Currency == currency)?.LiveGmv);

    internal string GpmMoved(string currency) => Moved(Recap?.Comparison?.ByCurrency.FirstOrDefault(one => one.Currency == currency)?.Gpm);

    /// <summary>Such as <c>+25 %</c>; nothing where there is no baseline.</summary>
    internal static string Moved(string? change) =>
        change is null ? "" : decimal.Parse(change, CultureInfo.InvariantCulture).ToString("+0.# %;−0.# %;±0 %", CultureInfo.InvariantCulture);
}

/// <summary>What <c>/sessions/{id}</c> shows.</summary>
/// <param name="Row">The session's row.</param>
/// <param name="Figures">The session with its minutes.</param>
/// <param name="Shop">The shop's name; null of a creator's own session.</param>
/// <param name="Zone">The shop's zone.</param>
/// <param name="History">Its facts and the latest of its figures, in the order of the log.</param>
public sealed record SessionModel(PageSetup Setup, Actor Actor, LiveSessionRecord Row, SessionFigures Figures, string? Shop, ZoneId? Zone, IReadOnlyList<RecordedEvent> History)
{
    internal string Whose => Shop ?? Row.Begin.Party.ToString();

    internal string Time => Row.EndedAt is { } end ? SpokenTime.Of(new TimeRange(Row.Begin.StartedAt, end), Zone) : $"since {SpokenTime.Of(Row.Begin.StartedAt, Zone)}";

    internal string AsOf => Figures.DataAsOf is { } told
        ? $"Data as of {SpokenTime.Of(told, Zone)}.{(Row.EndedAt is null ? " It is on air: more minutes come." : "")}"
        : "No minute was told yet.";

    internal IEnumerable<(string Name, string Value)> Lines
    {
        get
        {
            var it = SessionMetrics.Of(Figures);
            return
            [
                ("Peak concurrent viewers", Said(it.PeakConcurrentViewers)), ("Average concurrent viewers", Said(it.AverageConcurrentViewers)), ("Unique viewers", Said(it.TotalUniqueViewers)),
                ("Minutes watched", Said(it.TotalWatchMinutes)), ("Minutes watched by each", Said(it.AverageWatchMinutes)), ("New followers", Said(it.NewFollowers)),
                ("Product clicks", Said(it.ProductsClicked)), ("Units sold", Said(it.UnitsSold)), ("GMV", it.Gmv.Count == 0 ? "none" : string.Join(", ", it.Gmv.Select(one => PageWords.Amount(one.Value)))),
                ("Conversion", it.Conversion is { } standing ? $"{Percent(it.ConversionRate)}, {Words(standing)}" : "not told"),
            ];
        }
    }

    internal static string Said(Figure figure) => figure.Value is { } value ? Shortened(value).ToString("#,0.#", CultureInfo.InvariantCulture) : "not told";

    static string Percent(Figure rate) => rate.Value is { } value ? Shortened(value).ToString("0.# %", CultureInfo.InvariantCulture) : "not told";

    static decimal Shortened(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    static string Words(ConversionStanding standing) => standing switch
    {
        ConversionStanding.Below => "below the usual 5–15 %",
        ConversionStanding.Within => "within the usual 5–15 %",
        ConversionStanding.Above => "above the usual 5–15 %",
        _ => throw new UnreachableException(),
    };
}
