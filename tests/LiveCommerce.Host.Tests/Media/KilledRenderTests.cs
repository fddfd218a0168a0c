using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Media;

public sealed class KilledRenderTests : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("TSR-03")]
    public async Task What_a_killed_host_was_rendering_is_taken_up_again_by_two_others_and_becomes_one_file()
    {
        string teaser;
        await using (var killed = await HostProcess.Serving(data.Path, TeaserClient.Small))
        {
            using var seller = new TeaserClient(data, killed.Url);
            teaser = await seller.Teaser(await seller.Film(45, "640x360"));
            while (!Files("work").Any(name => name.EndsWith("video.mp4", StringComparison.Ordinal))) await Task.Yield();
            await killed.Stop("KILL");
        }
        Files("work").ShouldNotBeEmpty();
        Files("teasers").ShouldBeEmpty();

        await using var one = await HostProcess.Serving(data.Path, TeaserClient.Small);
        await using var two = await HostProcess.Serving(data.Path, TeaserClient.Small);
        using var next = new TeaserClient(data, one.Url);
        (await next.Prepared(teaser)).GetProperty("line").GetProperty("status").GetString().ShouldBe("Ready");
        Files("teasers").Count(name => name.EndsWith("video.mp4", StringComparison.Ordinal)).ShouldBe(1);
        Files("work").ShouldBeEmpty();
        Files("incoming").ShouldBeEmpty();
        (await next.Read($"/v1/teasers/{teaser}/history")).GetProperty("events").EnumerateArray().Count(fact => fact.GetProperty("type").GetString() == "teaser_prepared").ShouldBe(1);
    }

    string[] Files(string folder) =>
        Directory.Exists(Path.Combine(data.Path, "media", folder)) ? [.. Directory.EnumerateFiles(Path.Combine(data.Path, "media", folder), "*", SearchOption.AllDirectories)] : [];
}
