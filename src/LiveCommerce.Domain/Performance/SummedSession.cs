using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Performance;

/// <summary>What one source's minutes of a session add up to, and which minutes those are.</summary>
/// <param name="Source">Who told.</param>
/// <param name="First">The earliest minute.</param>
/// <param name="Last">The latest minute.</param>
/// <param name="IsGapless">Whether every minute between them is known.</param>
/// <param name="Totals">The sums.</param>
public sealed record SourceTotals(FigureSource Source, int First, int Last, bool IsGapless, FigureTotals Totals)
{
    /// <summary>Of a row.</summary>
    public static SourceTotals Of(LiveFiguresRecord row) => new(row.Source, row.First, row.Last, row.IsGapless, row.Totals);

    internal bool TellsAllOf(SourceTotals other) => IsGapless && First <= other.First && Last >= other.Last;
}

/// <summary>A session by its sums alone: enough for a recap of a time in which it lies wholly, or not at all.</summary>
/// <param name="Session">How the session stands.</param>
/// <param name="Sources">The sums of each source that told anything.</param>
public sealed record SummedSession(LiveSession.Started Session, ValueList<SourceTotals> Sources)
{
    /// <summary>What the session's minutes within a time add up to; null where only the minutes themselves can tell.</summary>
    public FigureTotals? Within(TimeRange time)
    {
        if (Sources.Count == 0) return FigureTotals.None;
        var best = Sources.MaxBy(source => source.Source) ?? Sources[0];
        var (first, last) = (Session.StartOf(best.First), Session.StartOf(best.Last));
        return !Sources.All(source => source == best || best.TellsAllOf(source)) || (Session is LiveSession.Ended over && last >= over.EndedAt) ? null
            : time.Contains(first) && time.Contains(last) ? best.Totals
            : last < time.Start || first >= time.End ? FigureTotals.None
            : null;
    }
}
