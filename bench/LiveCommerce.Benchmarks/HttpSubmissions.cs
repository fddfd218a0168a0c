using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveCommerce.Kernel;
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
        var tokens = Enumerable.Range(0, callers).Select(caller => new AuthenticationHeaderValue("Bearer", Token(key, Scene.Merchant(caller)))).ToArray();
        var asked = new int[callers];
        var (begun, warm, total) = (Scene.Now(), (TimeSpan?)null, 0);
        return await Load.Run("submit over HTTP", callers, async caller =>
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
        }, () => string.Create(CultureInfo.InvariantCulture, $"server process {(serving.ProcessorTime - (warm ?? default)).TotalMicroseconds / total:F0} us"));
    }

    static string Body(RegistrationForm form) => JsonSerializer.Serialize(new
    {
        willingnessLevels = Levels,
        mainCategory = "fashion",
        entry = "TikTokAppLink",
        platformMerchandiseSupport = true,
        livePeriod = new { start = form.LivePeriod.Start.ToString(), end = form.LivePeriod.End.ToString() },
    });

    /// <summary>A token as an authority would issue it, signed here so that the generator needs no library.</summary>
    internal static string Token(byte[] key, MerchantId merchant)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new { iss = "livecommerce-development", aud = "livecommerce", sub = $"user-{merchant}", role = "merchant", merchant_id = merchant.ToString(), nbf = now - 5, iat = now, exp = now + 600 };
        var text = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)))}";
    }
}
