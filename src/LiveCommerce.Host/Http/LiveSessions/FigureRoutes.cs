using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.LiveSessions;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>The figures of a session, minute by minute, and what follows from them.</summary>
static class FigureRoutes
{
    const int Largest = 2 * 1024 * 1024; // an hour with 150 products in each minute

    internal static void MapFigures(this IEndpointRouteBuilder sessions)
    {
        var one = sessions.MapGroup("/{session}");
        one.MapPost("/figures", Tell).For<RecordMinuteFigures>().Takes(Largest)
            .Writes("tellFigures", "Tell 1 to 60 minutes of figures, all or none; each counts once however often it is sent, other figures of a known minute restate it (AN-01, BEY-27)");
        one.MapGet("/figures", List).Reads<SessionMinutesView>("listFigures", "The minutes that count, by currency and without products, in their order");
        one.MapGet("/figures/{minute:int}", ReadMinute).Reads<MinuteHistoryView>("readMinute", "One minute with its products and all that was ever told of it, now or as it was known at an instant (BEY-27)");
        one.MapGet("/products", Products).Reads<SessionProductsView>("readProducts", "What each product of a session came to, from its minutes and as sources told it of the whole (BEY-24)");
        one.MapGet("/metrics", Metrics).Reads<SessionMetricsView>("readMetrics", "The nine core figures of a session and its conversion, now or as they were known at an instant (AN-01, AN-02)");
    }

    static Task<IResult> Tell(PathId<LiveSessionId> session, Asked<TellFiguresRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new RecordMinuteFigures(session.Value, asked.Body.Source, asked.Body.ToMinutes())), session.Value);

    static async Task<IResult> List(
        PathId<LiveSessionId> session, Caller caller, States states, SessionQueries sessions, CancellationToken cancellation, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Of(cursor, limit);
        var after = page.Parts(1) is [var minute] ? PageRequest.Number(minute) : -1;
        await states.See(session.Value, caller, cancellation);
        var figures = await sessions.Find(session.Value, cancellation) ?? throw new RequestRefusedException(DoorProblems.NotFound);
        var rest = figures.Minutes.Where(one => one.Figures.Minute > after).Take(page.Limit + 1).ToArray();
        var shown = rest.Take(page.Limit).ToArray();
        return new RecordResult<SessionMinutesView>(new(
            session.Value, shown, rest.Length > shown.Length ? PageRequest.Write(Numeral.Of(shown[^1].Figures.Minute)) : null, figures.DataAsOf,
            figures.Session is LiveSession.OnAir ? Freshness.Growing : Freshness.Settled));
    }

    static async Task<IResult> ReadMinute(PathId<LiveSessionId> session, int minute, Caller caller, States states, CancellationToken cancellation, string? asOf = null)
    {
        var at = MomentOf(asOf);
        await states.See(session.Value, caller, cancellation);
        var facts = (await states.FactsOf(session.Value, cancellation)).KnownAt(at).ToArray();
        var history = SessionFigures.HistoryOf(facts, minute);
        var shown = SessionFigures.Of(facts)?.Minutes.FirstOrDefault(one => one.Figures.Minute == minute);
        return new RecordResult<MinuteHistoryView>(new(session.Value, minute, at, shown, history));
    }

    static async Task<IResult> Metrics(PathId<LiveSessionId> session, Caller caller, States states, SessionQueries sessions, CancellationToken cancellation, string? asOf = null)
    {
        var at = MomentOf(asOf);
        await states.See(session.Value, caller, cancellation);
        var figures = at is null ? await sessions.Find(session.Value, cancellation) : SessionFigures.Of((await states.FactsOf(session.Value, cancellation)).KnownAt(at));
        return figures is null ? throw new RequestRefusedException(at is null ? DoorProblems.NotFound : DoorProblems.BeforeFirst, at is null ? null : "asOf")
            : new RecordResult<SessionMetricsView>(SessionMetricsView.Of(figures, at));
    }

    static async Task<IResult> Products(PathId<LiveSessionId> session, Caller caller, States states, CancellationToken cancellation)
    {
        await states.See(session.Value, caller, cancellation);
        var facts = (await states.FactsOf(session.Value, cancellation)).KnownAt(null).ToArray();
        var lines = SessionFigures.Of(facts)?.Minutes.SelectMany(minute => minute.Figures.Gmv) ?? [];
        var sums = lines.GroupBy(line => line.ProductId, StringComparer.Ordinal).OrderBy(product => product.Key, StringComparer.Ordinal)
            .SelectMany(product => Money.SumByCurrency(product.Select(line => line.Gmv)).Select(sum => new ProductGmv(product.Key, sum)));
        var told = facts.Select(fact => fact.Body).OfType<LiveProductsTold>().GroupBy(fact => fact.Source).Select(source => new ToldProducts(source.Key, source.Last().Products));
        return new RecordResult<SessionProductsView>(new(session.Value, [.. sums], [.. told]));
    }

    internal static Moment? MomentOf(string? asOf) =>
        asOf is null ? null : EdgeMomentConverter.TryParse(asOf, out var moment) ? moment : throw new RequestRefusedException(DoorProblems.Malformed, nameof(asOf));
}
