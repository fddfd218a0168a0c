using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Sellers;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Performance;

/// <summary>Sessions with minutes, as facts of a log.</summary>
static class RecapSample
{
    public static readonly ZoneId Utc = ZoneOf("Etc/UTC");

    /// <summary>Ten days after the sample's day, at 15:30.</summary>
    public static readonly Moment Asked = On("2026-01-20T15:30:00Z");

    public static ZoneId ZoneOf(string id) => ZoneId.TryParse(id) ?? throw new FormatException(id);

    public static LivePerformanceRecap Recap(RecapPeriod period, params SessionFigures[] sessions) => LivePerformanceRecap.Of(Shop, period, Utc, Asked, sessions);

    /// <summary>A session with these minutes, told at once.</summary>
    public static SessionFigures With(LiveSessionStarted started, params MinuteFigures[] minutes) => Fold([.. Begun(started), Fact(started.Session, FigureSource.LiveFeed, 1, Asked, minutes)]);

    public static SessionFigures At(string start, params MinuteFigures[] minutes) => With(Started(at: On(start)), minutes);

    public static Fact[] Begun(LiveSessionStarted started) => [new(started.Session.Value, 1, started.StartedAt, started)];

    public static Fact Fact(LiveSessionId session, FigureSource source, long version, Moment at, params MinuteFigures[] minutes) =>
        new(LiveFigures.IdOf(session, source).Value, version, at, new LiveMetricsRecorded(session, source, minutes.ToValueList()));

    public static Fact Restated(LiveSessionId session, FigureSource source, long version, Moment at, params MinuteFigures[] minutes) =>
        new(LiveFigures.IdOf(session, source).Value, version, at, new LiveMetricsRestated(session, source, minutes.ToValueList()));

    public static SessionFigures Fold(params IEnumerable<Fact> facts) => SessionFigures.Of(facts).ShouldNotBeNull();

    /// <summary>What commands on one session lead to, as a store would hold it: versions by stream, each at its own instant.</summary>
    public static Fact[] Log(History history, params StreamRef[] streams) =>
    [
        .. streams.SelectMany(stream => history.FactsOf(stream).Select((fact, index) => new Fact(stream.Id, index + 1, fact.EffectiveAt ?? Now + Duration.FromMinutes(index), fact.Body))),
    ];
}
