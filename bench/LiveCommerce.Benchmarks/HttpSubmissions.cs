using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveCommerce.Registrations;

namespace LiveCommerce.Benchmarks;

/// <summary>Submissions over HTTP with sign-in: each caller its own party, connection, fresh token and fresh keys.</summary>
static class HttpSubmissions
{
    static readonly string[] Levels = ["standard"];

    internal static async Task<Figure> Measure(Server server, int callers)
    {
        var connection = await server.Database();
        await using (var host = new Host(connection)) await Scene.Prepare(host.Pipeline);
        var key = RandomNumberGenerator.GetBytes(32);
        using var serving = await HttpServer.Start(connection, key);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = callers }) { BaseAddress = serving.Url, DefaultRequestVersion = HttpVersion.Version11 };
        var bodies = Scene.Forms(Scene.Now()).Select(form => Encoding.UTF8.GetBytes(Body(form))).ToArray();
        var tokens = Enumerable.Range(0, callers).Select(caller => Tokens.Of(Scene.Seller(caller), key)).ToArray();
        var asked = new int[callers];
        var (begun, warm, total) = (Scene.Now(), (TimeSpan?)null, 0);
        var figure = await Load.Run("submit over HTTP", callers, async caller =>
        {
            var number = asked[caller]++;
            if (Scene.Now() - begun >= NodaTime.Duration.FromTimeSpan(Load.WarmUp))
            {
                warm ??= serving.ProcessorTime;
                Interlocked.Increment(ref total);
            }
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/campaigns/{Scene.Campaign(number / 100)}/registrations") { Content = new ByteArrayContent(bodies[number % bodies.Length]) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Authorization = tokens[caller];
            request.Headers.Add("Idempotency-Key", number.ToString(CultureInfo.InvariantCulture));
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        });
        var peak = serving.PeakMemory;
        return figure with
        {
            PeakMemory = peak,
            Note = string.Create(CultureInfo.InvariantCulture, $"server process {(serving.ProcessorTime - (warm ?? default)).TotalMicroseconds / total:F0} us, at most {peak:N0} MB (VmHWM)"),
        };
    }

    static string Body(RegistrationForm form) => JsonSerializer.Serialize(new
    {
        willingnessLevels = Levels,
        mainCategory = "fashion",
        entry = "TikTokAppLink",
        platformMerchandiseSupport = true,
        livePeriod = new { start = form.LivePeriod.Start.ToString(), end = form.LivePeriod.End.ToString() },
    });
}
