using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Sellers;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LiveSessions;

/// <summary>A session of the sample shop that started an hour ago.</summary>
static class LiveSessionSample
{
    public static readonly LiveSessionId Session = new(Uuid(81)), AffiliateSession = new(Uuid(82));
    public static readonly LivePlanId Plan = LivePlans.Plans.Id;
    public static readonly Moment Start = On("2026-01-09T23:00:00Z");

    public static LiveSessionStarted Started(LiveSessionId? session = null, Moment? at = null, SessionPlan? plan = null) =>
        new(session ?? Session, Official, AccountType.Official, Party.Of(Shop), null, plan, at ?? Start);

    public static LiveSessionStarted ByAffiliate(Moment? at = null) =>
        new(AffiliateSession, ShopAffiliate, AccountType.Affiliate, Party.Of(Shop), ShopCreator, null, at ?? Start);

    /// <summary>A session's facts, effective when they say.</summary>
    public static NewFact[] OnAir(LiveSessionStarted started) => [LiveSession.At(started.Session).Is(started, started.StartedAt)];

    public static NewFact[] Over(LiveSessionStarted started, Moment endedAt) => [.. OnAir(started), LiveSession.At(started.Session).Is(new LiveSessionEnded(endedAt), endedAt)];

    public static MinuteFigures Figures(int minute, int views = 10, params ProductGmv[] gmv) =>
        new(minute, views, 8, 5, 4, 1, 200, 6, 2, 3, gmv.Length == 0 ? [Sold("25.00")] : gmv.ToValueList());

    public static ProductGmv Sold(string amount, string? product = "1729", string currency = "MYR") => new(product, new(amount, currency));

    public static RecordMinuteFigures Tell(params MinuteFigures[] minutes) => new(Session, FigureSource.LiveFeed, minutes.ToValueList());

    public static ProductTotals Total(string product = "1729", string amount = "25.00", string currency = "MYR") => new(product, new(amount, currency), 3, 2, 6, null);

    public static TellProductTotals TellTotals(params ProductTotals[] products) => new(Session, FigureSource.ShopAnalytics, products.ToValueList());

    public static NewFact Told(params MinuteFigures[] minutes) =>
        LiveFigures.At(Session, FigureSource.LiveFeed).Is(new LiveMetricsRecorded(Session, FigureSource.LiveFeed, minutes.ToValueList()));

    public static NewFact Retold(params MinuteFigures[] minutes) =>
        LiveFigures.At(Session, FigureSource.LiveFeed).Is(new LiveMetricsRestated(Session, FigureSource.LiveFeed, minutes.ToValueList()));
}
