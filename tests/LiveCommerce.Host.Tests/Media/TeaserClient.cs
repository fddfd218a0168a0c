using System.Net.Http.Headers;
using System.Text.Json;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Media;

/// <summary>The season's seller at a host that runs as a process of its own; videos are prepared by that host in its own time.</summary>
sealed class TeaserClient(DataFolder data, string url) : IDisposable
{
    readonly HttpClient http = new()
    {
        BaseAddress = new(url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(data.Development, "merchant.token")).Trim()) },
    };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static (string, string)[] Small { get; } = [("LiveCommerce__Media__Width", "270"), ("LiveCommerce__Media__Height", "480"), ("LiveCommerce__Media__Aside", "false")];

    public void Dispose() => http.Dispose();

    /// <summary>Puts footage and gives its id.</summary>
    internal async Task<string> Film(int seconds, string size = "160x90")
    {
        var file = Path.Combine(data.Path, $"film-{seconds}.mp4");
        await Media.Film.Shoot(file, seconds, size);
        return (await Send(HttpMethod.Post, "/v1/footage", new ByteArrayContent(await File.ReadAllBytesAsync(file, Cancellation)) { Headers = { ContentType = new("video/mp4") } }, $"film/{seconds}")).GetProperty("id").GetString() ?? "";
    }

    /// <summary>Writes, under a key that follows from what is written: asked twice, it is answered twice and done once.</summary>
    internal Task<JsonElement> Write(HttpMethod method, string path, object? body = null) =>
        Send(method, path, body is null ? null : new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"), $"{method} {path} {JsonSerializer.Serialize(body)}");

    internal async Task<string> Teaser(string footage, string? plan = null) => (await Write(HttpMethod.Post, "/v1/teasers/from-upload", new { footage, plan })).GetProperty("id").GetString() ?? "";

    /// <summary>Waits for a preparation to end.</summary>
    internal async Task<JsonElement> Prepared(string teaser)
    {
        JsonElement now;
        while ((now = await Read($"/v1/teasers/{teaser}")).GetProperty("line").GetProperty("status").GetString() == "Preparing") await Task.Delay(100, Cancellation);
        return now;
    }

    internal async Task<JsonElement> Read(string path) => JsonDocument.Parse(await http.GetStringAsync(path, Cancellation)).RootElement;

    async Task<JsonElement> Send(HttpMethod method, string path, HttpContent? body, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body, Headers = { { "Idempotency-Key", LiveCommerce.Kernel.Digest.Of(key) } } };
        using var answer = await http.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }
}
