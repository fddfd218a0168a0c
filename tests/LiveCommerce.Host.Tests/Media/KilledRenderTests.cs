using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Media;

public sealed class KilledRenderTests : IAsyncDisposable
{
    static readonly (string, string)[] small = [("LiveCommerce__Media__Width", "270"), ("LiveCommerce__Media__Height", "480")];
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("TSR-03")]
    public async Task What_a_killed_host_was_rendering_is_taken_up_again_by_two_others_and_becomes_one_file()
    {
        TeaserId teaser;
        await using (var killed = await HostProcess.Serving(data.Path, small))
        {
            using var http = Seller(killed);
            var file = Path.Combine(data.Path, "film.mp4");
            await Film.Shoot(file, 45, "640x360");
            var footage = await Written(http, "/v1/footage", new ByteArrayContent(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)) { Headers = { ContentType = new("video/mp4") } });
            TypeId.TryParse(await Written(http, "/v1/teasers/from-upload", Json(new { footage })), out teaser).ShouldBeTrue();
            while (!Files("work").Any(name => name.EndsWith("video.mp4", StringComparison.Ordinal))) await Task.Yield();
            await killed.Stop("KILL");
        }
        Files("work").ShouldNotBeEmpty();
        Files("teasers").ShouldBeEmpty();

        await using var one = await HostProcess.Serving(data.Path, small);
        await using var two = await HostProcess.Serving(data.Path, small);
        using var next = Seller(one);
        JsonElement now;
        while ((now = await Read(next, $"/v1/teasers/{teaser}")).GetProperty("line").GetProperty("status").GetString() == "Preparing") await Task.Delay(200, TestContext.Current.CancellationToken);
        now.GetProperty("line").GetProperty("status").GetString().ShouldBe("Ready");
        Files("teasers").Count(name => name.EndsWith("video.mp4", StringComparison.Ordinal)).ShouldBe(1);
        Files("work").ShouldBeEmpty();
        Files("incoming").ShouldBeEmpty();
        (await Read(next, $"/v1/teasers/{teaser}/history")).GetProperty("events").EnumerateArray().Count(fact => fact.GetProperty("type").GetString() == "teaser_prepared").ShouldBe(1);
    }

    string[] Files(string folder) =>
        Directory.Exists(Path.Combine(data.Path, "media", folder)) ? [.. Directory.EnumerateFiles(Path.Combine(data.Path, "media", folder), "*", SearchOption.AllDirectories)] : [];

    HttpClient Seller(HostProcess host) => new()
    {
        BaseAddress = new(host.Url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(data.Development, "merchant.token")).Trim()) },
    };

    static StringContent Json(object body) => new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");

    static async Task<string> Written(HttpClient http, string path, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body, Headers = { { "Idempotency-Key", $"{Guid.NewGuid()}" } } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString() ?? "";
    }

    static async Task<JsonElement> Read(HttpClient http, string path) => JsonDocument.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement;
}
