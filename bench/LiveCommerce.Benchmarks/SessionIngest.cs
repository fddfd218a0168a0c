using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;

namespace LiveCommerce.Benchmarks;

/// <summary>Figures of LIVE sessions come in: by the minute, as while they are on air, and by the hour, as when they are brought in later.</summary>
static class SessionIngest
{
    const int Feeds = 32;
    const int Edge = SessionScene.Length / 10;

    /// <summary>Each of 32 feeds tells its session minute by minute; the first tenth of the minutes beside the last one, when a row holds ten times as many.</summary>
    internal static async Task<(Figure First, Figure Last)> ByTheMinute(Server server, int products)
    {
        await using var database = PostgresDatabase.Open(await server.Database());
        await using var scene = new SessionScene(database, products);
        var (_, sessions) = await scene.Shop(2 * Feeds, number => SessionScene.Now + Duration(-6, number));
        await Pass(scene, sessions[Feeds..], 0, SessionScene.Hour, ""); // the code is compiled, and not measured
        var first = await Pass(scene, sessions[..Feeds], 0, Edge, $"first {Edge} minutes");
        await Pass(scene, sessions[..Feeds], Edge, SessionScene.Length - Edge, "");
        return (first, await Pass(scene, sessions[..Feeds], SessionScene.Length - Edge, SessionScene.Length, $"last {Edge} of {SessionScene.Length} minutes"));

        Task<Figure> Pass(SessionScene scene, LiveSessionId[] sessions, int from, int to, string name) => Measured(
            $"figures by the minute, {products} products, {name}", Feeds, sessions.Select(session => Enumerable.Range(from, to - from).Select(minute => (Func<Task>)(() => scene.Tell(session, minute, 1)))));
    }

    /// <summary>Every minute of so many sessions, an hour at a time.</summary>
    internal static async Task<Figure> ByTheHour(Server server, int count, int products)
    {
        await using var database = PostgresDatabase.Open(await server.Database());
        await using var scene = new SessionScene(database, products);
        var (_, sessions) = await scene.Shop(count, number => SessionScene.Now + Duration(-6, number));
        var hours = Enumerable.Range(0, SessionScene.Length / SessionScene.Hour).ToArray();
        var callers = Math.Min(8, count);
        var work = sessions.Index().GroupBy(one => one.Index % callers, one => one.Item)
            .Select(own => own.SelectMany(session => hours.Select(hour => (Func<Task>)(() => scene.Tell(session, hour * SessionScene.Hour, SessionScene.Hour)))));
        var figure = await Measured($"figures by the hour, {products} products", callers, work);
        return figure with { Note = string.Create(CultureInfo.InvariantCulture, $"{count:N0} sessions of {SessionScene.Length} minutes: {figure.PerSecond * SessionScene.Hour:N0} minutes a second") };
    }

    /// <summary>Callers, each with its own work one after another, until all is done.</summary>
    static async Task<Figure> Measured(string name, int callers, IEnumerable<IEnumerable<Func<Task>>> work)
    {
        var (latencies, watch, before) = (new Latencies(callers), Stopwatch.StartNew(), new ProcessorTime());
        await Task.WhenAll(work.Select((own, caller) => Task.Run(async () =>
        {
            foreach (var ask in own)
            {
                var begun = watch.Elapsed;
                await ask();
                latencies.Add(caller, (watch.Elapsed - begun).TotalMilliseconds);
            }
        })));
        var spent = new ProcessorTime().Since(before);
        var figure = latencies.ToFigure(name, watch.Elapsed.TotalSeconds);
        var operations = figure.PerSecond * watch.Elapsed.TotalSeconds;
        return figure with { HostMicroseconds = spent.Host.TotalMicroseconds / operations, DatabaseMicroseconds = spent.Database.TotalMicroseconds / operations };
    }

    static NodaTime.Duration Duration(int hours, int seconds) => NodaTime.Duration.FromHours(hours) + NodaTime.Duration.FromSeconds(-seconds);
}
