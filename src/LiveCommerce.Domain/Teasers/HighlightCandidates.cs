using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using NodaTime;

namespace LiveCommerce.Teasers;

/// <summary>A minute of a previous LIVE that a teaser could be cut around (TSR-02).</summary>
/// <param name="Session">The session.</param>
/// <param name="Minute">Which minute, counted from the session's start.</param>
/// <param name="Peak">Its middle: what to cut around.</param>
/// <param name="Gmv">What was paid in it, by currency.</param>
/// <param name="EngagementRate">Comments, likes, shares and new followers for each view (C10); null without views.</param>
public sealed record HighlightCandidate(LiveSessionId Session, int Minute, Moment Peak, ValueList<Money> Gmv, string? EngagementRate);

/// <summary>Finds the highlights of a session in its figures by the minute: a pure function.</summary>
public static class HighlightCandidates
{
    /// <summary>So many are offered.</summary>
    public const int Most = 5;

    static readonly Duration half = Duration.FromSeconds(30);

    /// <summary>
    /// The minutes of highest GMV, those alike by engagement rate, the earlier first (TSR-02). Amounts are compared in the currency that most
    /// minutes were paid in, since amounts of different currencies never are. Of two neighbours only the better one is offered: both would show the same.
    /// </summary>
    public static ValueList<HighlightCandidate> Of(SessionFigures figures)
    {
        var currency = MainCurrency(figures.Minutes);
        var chosen = new List<SessionMinute>();
        foreach (var minute in figures.Minutes.OrderByDescending(minute => Paid(minute.Figures, currency)).ThenByDescending(minute => Engagement(minute.Figures)).ThenBy(minute => minute.Figures.Minute))
            if (chosen.Count < Most && IsLively(minute.Figures) && chosen.All(other => Math.Abs(other.Figures.Minute - minute.Figures.Minute) > 1)) chosen.Add(minute);
        return chosen.Select(minute => new HighlightCandidate(
            figures.Session.Begin.Session, minute.Figures.Minute, PeakOf(figures.Session, minute),
            Money.SumByCurrency(minute.Figures.Gmv.Select(line => line.Gmv)), Ratio.Of(Interactions(minute.Figures), minute.Figures.Views))).ToValueList();
    }

    // the middle of the minute, or of what is left of it before the session's end
    static Moment PeakOf(LiveSession.Started session, SessionMinute minute) =>
        session is LiveSession.Ended over && over.EndedAt < minute.At + Duration.FromMinutes(1) ? Moment.From(minute.At.Instant + ((over.EndedAt - minute.At) / 2)) : minute.At + half;

    static string? MainCurrency(ValueList<SessionMinute> minutes) => (
        from minute in minutes
        from currency in minute.Figures.Gmv.Select(line => line.Gmv.Currency).Distinct()
        group currency by currency into one
        orderby one.Count() descending, one.Key
        select one.Key).FirstOrDefault();

    static decimal Paid(MinuteFigures figures, string? currency) =>
        figures.Gmv.Where(line => line.Gmv.Currency == currency).Sum(line => decimal.Parse(line.Gmv.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    static decimal Engagement(MinuteFigures figures) => figures.Views == 0 ? 0 : (decimal)Interactions(figures) / figures.Views;

    static long Interactions(MinuteFigures figures) => (long)figures.Interactions + figures.NewFollowers;

    static bool IsLively(MinuteFigures figures) => figures.Gmv.Count > 0 || Interactions(figures) > 0;
}
