using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>What one source has told of one session, minute by minute: a stream of its own, of which only digests are kept in memory.</summary>
/// <param name="Minutes">The minutes that are known.</param>
public sealed record LiveFigures(MinuteDigests Minutes)
{
    /// <summary>What each product came to over the whole session, as it was told last; null where nobody told.</summary>
    public ValueList<ProductTotals>? Products { get; init; }

    /// <summary>Figures as streams.</summary>
    public static StreamKind<LiveFigures> Kind { get; } = new("live_figures", new(MinuteDigests.None), Evolve, LiveFiguresRecord.View);

    /// <summary>The id of a session's figures by a source.</summary>
    public static LiveFiguresId IdOf(LiveSessionId session, FigureSource source) => new(DerivedId.Of(session.Value, $"figures/{source}"));

    /// <summary>The stream of a session's figures by a source.</summary>
    public static StreamRef<LiveFigures> At(LiveSessionId session, FigureSource source) => Kind.At(IdOf(session, source).Value);

    /// <summary>The figures after one more fact.</summary>
    public static LiveFigures Evolve(LiveFigures state, IEvent fact) => fact switch
    {
        LiveMetricsRecorded it => state with { Minutes = state.Minutes.With(it.Minutes) },
        LiveMetricsRestated it => state with { Minutes = state.Minutes.With(it.Minutes) },
        LiveProductsTold it => state with { Products = it.Products },
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of figures."),
    };
}
