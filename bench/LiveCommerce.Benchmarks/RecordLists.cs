using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>What a list took, of so many registrations in all.</summary>
sealed record ListFigure(int Registrations, Figure Figure);

/// <summary>Pages of 50 records over HTTP with sign-in, one caller: a campaign's latest, from anywhere in it, and one party's.</summary>
static class RecordLists
{
    /// <summary>Of each list, after all of them were asked for as long as any measurement's warm-up is.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    static readonly Actor Reviewer = new("reviewer", ActorRole.OpsReviewer);
    static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);

    internal static async Task<IReadOnlyList<ListFigure>> Measure(string connection, int registrations)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        using var serving = await HttpServer.Start(connection, key);
        using var http = new HttpClient { BaseAddress = serving.Url, DefaultRequestVersion = HttpVersion.Version11 };
        var places = await Places(connection, registrations);
        var parties = RegisteredLog.PartiesOf(registrations);
        var campaign = $"/v1/campaigns/{Scene.Campaign(0)}/registrations";
        (string Name, Func<int, (string Path, Actor Actor)> Asked)[] lists =
        [
            ("latest of a campaign", _ => (campaign, Reviewer)),
            ("latest of a campaign, for whoever may register on behalf", _ => (campaign, Admin)),
            ("anywhere in a campaign", number => ($"{campaign}?cursor={places[number % places.Length]}", Reviewer)),
            ("of a status that none has", _ => ($"{campaign}?status=Rejected", Reviewer)),
            ("a party's own", number => ("/v1/registrations", Scene.Seller(number % parties))),
        ];
        var figures = new List<ListFigure>();
        var begun = Stopwatch.StartNew();
        for (var number = 0; begun.Elapsed < Load.WarmUp; number++) await Ask(lists[number % lists.Length].Asked(number));
        foreach (var (name, asked) in lists) figures.Add(new(registrations, await Measure(name, () => serving.ProcessorTime, number => Ask(asked(number)))));
        await using var floor = await ListFloor.Open(connection);
        figures.Add(new(registrations, await Measure("floor, latest of a campaign", null, _ => floor.LatestOf(Scene.Campaign(0)))));
        figures.Add(new(registrations, await Measure("floor, a party's own", null, number => floor.Own(Scene.Merchant(number % parties)))));
        return figures;

        Task Ask((string Path, Actor Actor) page) => Get(http, page.Path, Tokens.Of(page.Actor, key));
    }

    static async Task Get(HttpClient http, string path, AuthenticationHeaderValue token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token;
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException(Encoding.UTF8.GetString(body));
    }

    /// <summary>Asks again and again, one question after another.</summary>
    static async Task<Figure> Measure(string name, Func<TimeSpan>? server, Func<int, Task> ask)
    {
        var (latencies, watch, number) = (new Latencies(1), Stopwatch.StartNew(), 0);
        while (watch.Elapsed < WarmUp) await ask(number++);
        var (before, served) = (new ProcessorTime(), server?.Invoke());
        for (var end = watch.Elapsed + Load.Measured; watch.Elapsed < end;)
        {
            var begun = watch.Elapsed;
            await ask(number++);
            latencies.Add(0, (watch.Elapsed - begun).TotalMilliseconds);
        }
        var spent = new ProcessorTime().Since(before);
        var figure = latencies.ToFigure(name, Load.Measured.TotalSeconds);
        var operations = figure.PerSecond * Load.Measured.TotalSeconds;
        return figure with { HostMicroseconds = (server?.Invoke() - served ?? spent.Host).TotalMicroseconds / operations, DatabaseMicroseconds = spent.Database.TotalMicroseconds / operations };
    }

    /// <summary>Cursors into the list, evenly spread.</summary>
    static async Task<string[]> Places(string connection, int registrations)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("""
            select (extract(epoch from registered_at) * 1000000)::bigint, id from (
                select registered_at, id, row_number() over (order by registered_at, id) as place from livecommerce.lc_registrations) r
            where place % $1 = 0
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Math.Max(1, registrations / 500) });
        await using var reader = await command.ExecuteReaderAsync();
        var places = new List<string>();
        while (await reader.ReadAsync())
            places.Add(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{reader.GetInt64(0).ToString(CultureInfo.InvariantCulture)}\n{reader.GetGuid(1):N}")));
        return [.. places];
    }
}
