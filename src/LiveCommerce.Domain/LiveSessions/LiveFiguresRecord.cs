using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>
/// What one source has told of one session, as a row: the sums that a recap adds up, and beside them each minute without its products, for sessions that lie over an edge
/// and for minutes that another source tells as well.
/// </summary>
/// <param name="Id">The source's stream.</param>
/// <param name="Version">The version of that stream.</param>
/// <param name="Session">The session.</param>
/// <param name="Source">Who told.</param>
/// <param name="Totals">The sum of all minutes.</param>
/// <param name="Minutes">The last word on each minute, in their order; amounts by currency alone.</param>
public sealed record LiveFiguresRecord(LiveFiguresId Id, long Version, LiveSessionId Session, FigureSource Source, FigureTotals Totals, ValueList<ToldMinute> Minutes)
{
    /// <summary>The read model's name and fold. Figures could be recorded before there were rows of them, and rows held their minutes as JSON, so it stands at 3.</summary>
    public static InlineView<LiveFiguresRecord> View { get; } = new("session_figures", Fold, 3);

    /// <summary>The earliest minute that is known.</summary>
    public int First => Minutes[0].Figures.Minute;

    /// <summary>The latest minute that is known.</summary>
    public int Last => Minutes[^1].Figures.Minute;

    /// <summary>Whether every minute from the first to the last is known.</summary>
    public bool IsGapless => Last - First + 1 == Minutes.Count;

    /// <summary>The row after one more fact.</summary>
    public static LiveFiguresRecord? Fold(LiveFiguresRecord? row, Fact fact) => fact.Body switch
    {
        LiveMetricsRecorded it => With(row, fact, it.Session, it.Source, it.Minutes),
        LiveMetricsRestated it => With(row, fact, it.Session, it.Source, it.Minutes),
        LiveProductsTold => row is null ? null : row with { Version = fact.Version },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no fact of figures."),
    };

    static LiveFiguresRecord With(LiveFiguresRecord? row, Fact fact, LiveSessionId session, FigureSource source, ValueList<MinuteFigures> told)
    {
        var (known, last) = (row?.Minutes ?? [], told.OrderBy(figures => figures.Minute).Select(figures => new ToldMinute(fact.EffectiveAt, WithoutProducts(figures))).ToArray());
        // while a session runs each minute follows the ones before: they need not be sorted and added up again
        if (row is not null && last.All(minute => minute.Figures.Minute > row.Last))
            return row with { Version = fact.Version, Totals = FigureTotals.Sum([row.Totals, FigureTotals.Of(last)]), Minutes = [.. known, .. last] };
        var minutes = known.Concat(last).GroupBy(Number).Select(words => words.Last()).OrderBy(Number).ToValueList();
        return new(new(fact.Stream), fact.Version, session, source, FigureTotals.Of(minutes), minutes);
    }

    static int Number(ToldMinute minute) => minute.Figures.Minute;

    static MinuteFigures WithoutProducts(MinuteFigures figures) =>
        figures with { Gmv = Money.SumByCurrency(figures.Gmv.Select(line => line.Gmv)).Select(sum => new ProductGmv(null, sum)).ToValueList() };
}
