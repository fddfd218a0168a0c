using System.Text.Json;
using LiveCommerce.Host.Season;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Media;

public sealed class SeasonStudioTests : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("TSR-03"), Rule("TSR-22")]
    public async Task The_host_answers_before_the_season_s_teasers_are_made_of_which_one_is_an_upload_one_edited_and_one_deleted()
    {
        await using var host = await HostProcess.Serving(data.Path, [.. TeaserClient.Small, ("LiveCommerce__Media__Season", "true")]);
        using var seller = new TeaserClient(data, host.Url);
        (await Statuses(seller, "/v1/teasers")).ShouldNotContain("Posted");

        while (await Statuses(seller, "/v1/teasers") is not ["Posted", "Posted", "Ready", "Ready", "Ready"]) await Task.Delay(500, TestContext.Current.CancellationToken);
        (await Statuses(seller, "/v1/teasers?status=Deleted")).ShouldBe(["Deleted"]);
        JsonElement edited;
        while ((edited = await seller.Read($"/v1/teasers/{SeasonTeasers.Edited.Id}")).GetProperty("line").GetProperty("editedAt").ValueKind == JsonValueKind.Null) await Task.Delay(100, TestContext.Current.CancellationToken);
        (edited.GetProperty("line").GetProperty("cover").GetInt32(), edited.GetProperty("sticker").ValueKind).ShouldBe((3, JsonValueKind.Null));
        var performance = await seller.Read("/v1/teasers/performance");
        (performance.GetProperty("highlightsPosted").GetInt32(), performance.GetProperty("uploadsPosted").GetInt32()).ShouldBe((1, 1));
        foreach (var highlight in SeasonTeasers.Highlights) (await seller.Read($"/v1/teasers/{highlight.Id}")).GetProperty("line").GetProperty("source").GetString().ShouldBe("LiveHighlight");
        (performance.GetProperty("teasers").GetArrayLength(), performance.GetProperty("views").GetInt32(), performance.GetProperty("enterRoomRate").GetProperty("rate").GetString()).ShouldBe((2, 2_400, "0.15"));
        host.Errors.ShouldNotContain("teasers were not made");
    }

    static async Task<string[]> Statuses(TeaserClient seller, string path) => [.. (await seller.Read(path)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("status").GetString() ?? "").Order(StringComparer.Ordinal)];
}
