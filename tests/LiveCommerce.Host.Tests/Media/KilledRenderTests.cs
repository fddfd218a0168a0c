using System.Text.Json;
using LiveCommerce.Host.Season;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Media;

/// <summary>The season's teasers: three highlights, an upload, an edited and a deleted one, by hosts of which one dies at it.</summary>
public sealed class KilledRenderTests(SeasonFolder season) : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("TSR-03"), Rule("TSR-22")]
    public async Task The_host_answers_before_the_season_s_teasers_are_made_and_what_a_killed_host_was_rendering_is_made_once_by_two_others()
    {
        await season.CopyTo(data);
        await using (var killed = await HostProcess.Serving(data.Path, Season))
        {
            using var first = new TeaserClient(data, killed.Url);
            (await Statuses(first, "/v1/teasers")).ShouldNotContain("Posted");
            while (await Statuses(first, "/v1/teasers?status=Deleted") is not ["Deleted"]) await Task.Delay(20, TestContext.Current.CancellationToken);
            while (!Videos("work").Any()) await Task.Delay(5, TestContext.Current.CancellationToken);
            await killed.Stop("KILL");
        }
        Files("work").ShouldNotBeEmpty();
        Videos("teasers").Count().ShouldBeLessThan(5);

        await using var one = await HostProcess.Serving(data.Path, Season);
        await using var two = await HostProcess.Serving(data.Path, TeaserClient.Small);
        using var seller = new TeaserClient(data, two.Url);
        while (await Statuses(seller, "/v1/teasers") is not ["Posted", "Posted", "Ready", "Ready", "Ready"]) await Task.Delay(500, TestContext.Current.CancellationToken);
        Videos("teasers").Count().ShouldBe(5);
        Files("work").ShouldBeEmpty();
        Files("incoming").ShouldBeEmpty();
        foreach (var highlight in SeasonTeasers.Highlights)
        {
            (await seller.Read($"/v1/teasers/{highlight.Id}")).GetProperty("line").GetProperty("source").GetString().ShouldBe("LiveHighlight");
            (await seller.Read($"/v1/teasers/{highlight.Id}/history")).GetProperty("events").EnumerateArray().Count(fact => fact.GetProperty("type").GetString() == "teaser_prepared").ShouldBe(1);
        }

        JsonElement edited;
        while ((edited = await seller.Read($"/v1/teasers/{SeasonTeasers.Edited.Id}")).GetProperty("line").GetProperty("editedAt").ValueKind == JsonValueKind.Null) await Task.Delay(100, TestContext.Current.CancellationToken);
        (edited.GetProperty("line").GetProperty("cover").GetInt32(), edited.GetProperty("sticker").ValueKind).ShouldBe((3, JsonValueKind.Null));
        var performance = await seller.Read("/v1/teasers/performance");
        (performance.GetProperty("highlightsPosted").GetInt32(), performance.GetProperty("uploadsPosted").GetInt32()).ShouldBe((1, 1));
        (performance.GetProperty("views").GetInt32(), performance.GetProperty("enterRoomRate").GetProperty("rate").GetString()).ShouldBe((2_400, "0.15"));
        one.Errors.ShouldNotContain("teasers were not made");
    }

    static (string, string)[] Season { get; } = [.. TeaserClient.Small, ("LiveCommerce__Media__Season", "true")];

    static async Task<string[]> Statuses(TeaserClient seller, string path) => [.. (await seller.Read(path)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("status").GetString() ?? "").Order(StringComparer.Ordinal)];

    IEnumerable<string> Videos(string folder) => Files(folder).Where(name => name.EndsWith("video.mp4", StringComparison.Ordinal));

    string[] Files(string folder) =>
        Directory.Exists(Path.Combine(data.Path, "media", folder)) ? [.. Directory.EnumerateFiles(Path.Combine(data.Path, "media", folder), "*", SearchOption.AllDirectories)] : [];
}
