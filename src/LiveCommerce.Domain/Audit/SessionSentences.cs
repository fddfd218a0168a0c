using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Audit;

/// <summary>LIVE sessions and their figures in sentences: a line for each kind of fact.</summary>
static class SessionSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<LiveSessionStarted>((it, zone) => $"started LIVE session {it.Session} of {it.Party} on the {Words.Of(it.AccountType)} account {it.Account}, {SpokenTime.Of(it.StartedAt, zone)}"
            + (it.Plan is { } plan ? $", for plan {plan.Plan}" : ", without a plan")
            + (it.Plan is { ScheduledStart: var planned } && planned < it.StartedAt ? $", later than its {SpokenTime.Of(planned, zone)}, which has no penalty" : ""))
        .Say<LiveSessionEnded>((it, zone) => $"ended the LIVE session, {SpokenTime.Of(it.EndedAt, zone)}")
        .Say<LiveMetricsRecorded>(it => $"told the figures of {Minutes(it.Minutes)} of LIVE session {it.Session} ({Say(it.Source)})")
        .Say<LiveMetricsRestated>(it => $"told other figures of {Minutes(it.Minutes)} of LIVE session {it.Session} than before ({Say(it.Source)})")
        .Say<LiveProductsTold>(it => $"told what {it.Products.Count} products of LIVE session {it.Session} came to ({Say(it.Source)})");

    static string Minutes(ValueList<MinuteFigures> minutes) => minutes is [{ Minute: var only }] ? $"minute {only}" : $"{minutes.Count} minutes";

    static string Say(FigureSource source) => source switch
    {
        FigureSource.LiveFeed => "live feed",
        FigureSource.ShopAnalytics => "shop analytics",
        _ => throw new UnreachableException(),
    };
}
