using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Performance;

/// <summary>How a conversion rate stands to the benchmark of LIVE sessions, 5 % to 15 % (AN-02).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConversionStanding>))]
public enum ConversionStanding
{
    /// <summary>Below 5 %.</summary>
    Below,

    /// <summary>From 5 % to 15 %.</summary>
    Within,

    /// <summary>Above 15 %.</summary>
    Above,
}

/// <summary>The core figures of one session (AN-01), from its first minute on, and its conversion (AN-02). What no source told is null, and never 0.</summary>
/// <param name="PeakConcurrentViewers">The most people in the room within a minute.</param>
/// <param name="AverageConcurrentViewers">People in the room, on average over the minutes that are known.</param>
/// <param name="TotalUniqueViewers">How many people came.</param>
/// <param name="TotalWatchMinutes">Minutes watched by all of them together, exact to a minute for each.</param>
/// <param name="AverageWatchMinutes">Minutes watched for each of them.</param>
/// <param name="NewFollowers">How many began to follow.</param>
/// <param name="ProductsClicked">How often a product was clicked.</param>
/// <param name="UnitsSold">Units that were paid for.</param>
/// <param name="Gmv">What was paid, for each currency.</param>
/// <param name="ConversionRate">Orders for each unique viewer.</param>
/// <param name="Conversion">How that stands to the benchmark.</param>
/// <param name="Freshness">Whether the session can still grow.</param>
public sealed record SessionMetrics(
    Figure PeakConcurrentViewers,
    Figure AverageConcurrentViewers,
    Figure TotalUniqueViewers,
    Figure TotalWatchMinutes,
    Figure AverageWatchMinutes,
    Figure NewFollowers,
    Figure ProductsClicked,
    Figure UnitsSold,
    ValueList<MoneyFigure> Gmv,
    Figure ConversionRate,
    ConversionStanding? Conversion,
    Freshness Freshness)
{
    /// <summary>The benchmark's lower end.</summary>
    public const decimal LowestGoodConversion = 0.05m;

    /// <summary>The benchmark's upper end.</summary>
    public const decimal HighestUsualConversion = 0.15m;

    /// <summary>The figures of a session, as they stand.</summary>
    public static SessionMetrics Of(SessionFigures session)
    {
        var (minutes, asOf) = (session.Minutes, session.DataAsOf);
        var isTold = minutes.Count > 0;
        long? watched = isTold ? Sum(figures => figures.Viewers) : null;
        long? unique = isTold && minutes.All(minute => minute.Figures.Entries is not null) ? Sum(figures => figures.Entries ?? 0) : null;
        var conversion = isTold ? Ratio.Of(Sum(figures => figures.Orders), unique) : null;
        return new(
            Told(isTold ? minutes.Max(minute => minute.Figures.Viewers) : null),
            new(Ratio.Of(watched, minutes.Count), asOf),
            Told(unique),
            Told(watched),
            new(Ratio.Of(watched, unique), asOf),
            Total(figures => figures.NewFollowers),
            Total(figures => figures.ProductClicks),
            Total(figures => figures.Units),
            Money.SumByCurrency(minutes.SelectMany(minute => minute.Figures.Gmv).Select(line => line.Gmv)).Select(sum => new MoneyFigure(sum, asOf)).ToValueList(),
            new(conversion, asOf),
            Standing(unique is > 0 ? (decimal)Sum(figures => figures.Orders) / unique : null),
            session.Session is LiveSession.OnAir ? Freshness.Growing : Freshness.Settled);

        long Sum(Func<MinuteFigures, int> figure) => minutes.Sum(minute => (long)figure(minute.Figures));
        Figure Told(long? value) => new(value is { } known ? Numeral.Of(known) : null, asOf);
        Figure Total(Func<MinuteFigures, int> figure) => Told(isTold ? Sum(figure) : null);
    }

    static ConversionStanding? Standing(decimal? rate) =>
        rate is null ? null
        : rate < LowestGoodConversion ? ConversionStanding.Below
        : rate > HighestUsualConversion ? ConversionStanding.Above
        : ConversionStanding.Within;
}
