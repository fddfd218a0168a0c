using LiveCommerce.Host.Season;
using LiveCommerce.Tests.Media;
using Microsoft.Playwright;

namespace LiveCommerce.Tests.Pages;

public sealed partial class PageTests
{
    static readonly string Friday = $"{SeasonPlan.IdOf("batik friday")}";

    [Fact, Rule("TSR-22")]
    public async Task Axe_finds_nothing_in_the_pages_of_teasers_either()
    {
        var (posted, deleted) = await Teasers();
        var page = await Open("/");
        await SignIn(page, "auditor");
        foreach (var path in (string[])["/teasers", $"/teasers?merchant={SeasonParties.BatikLaras.Id}", $"/teasers?merchant={SeasonParties.BatikLaras.Id}&tab=deleted", $"/teasers/{posted}", $"/teasers/{posted}?version=1", $"/teasers/{deleted}", "/teasers?merchant=nobody"])
        {
            await page.GotoAsync(sample.Host.Url + path);
            await Judge(page);
        }
    }

    [Fact, Rule("TSR-15"), Rule("TSR-22")]
    public async Task A_shop_reads_its_teasers_and_what_they_brought_and_saves_a_video_without_script()
    {
        var (posted, deleted) = await Teasers();
        var page = await Open("/teasers", new() { JavaScriptEnabled = false, AcceptDownloads = true });
        await SignIn(page, "merchant");
        page.Url.ShouldEndWith("/teasers", Case.Sensitive, "the choice leads back");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Teasers of Batik Laras");
        (await page.Locator(".figures").InnerTextAsync()).ShouldContain("0 of highlights, 1 uploaded");
        (await page.Locator(".figures").InnerTextAsync()).ShouldContain("0.15 (15 of 100 viewers)");
        (await page.Locator("tbody .chip").AllInnerTextsAsync()).ShouldBe(["Posted"]);
        (await page.Locator("tbody img").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBe(270);

        await page.Locator("tbody a").First.ClickAsync();
        page.Url.ShouldEndWith($"/teasers/{posted}");
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Posted");
        (await page.Locator("#session").InnerTextAsync()).ShouldContain("Friday: batik and tea");
        (await page.Locator("#session dd", new() { HasTextString = "LIVE " }).First.InnerTextAsync()).ShouldStartWith("LIVE ");
        (await page.Locator("#session").InnerTextAsync()).ShouldContain("Show a product within the first 3 seconds.");
        (await page.Locator(".film img").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBe(270);
        var video = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save the video" }).ClickAsync());
        video.SuggestedFilename.ShouldBe($"{posted}.mp4");
        (await page.Locator(".fact").CountAsync()).ShouldBe(6);
        await page.GetByRole(AriaRole.Link, new() { Name = "Version 1", Exact = true }).First.ClickAsync();
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Preparing");
        (await page.Locator(".film").CountAsync()).ShouldBe(0, "the file that is kept is that of now");

        await page.GotoAsync($"{sample.Host.Url}/plans/{Friday}");
        await page.GetByRole(AriaRole.Link, new() { Name = "of this plan" }).ClickAsync();
        (await page.Locator("tbody a").First.InnerTextAsync()).ShouldBe(posted);
        await page.GotoAsync($"{sample.Host.Url}/teasers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Deleted" }).ClickAsync();
        (await page.Locator("tbody a").First.InnerTextAsync()).ShouldBe(deleted);
        (await page.GotoAsync($"{sample.Host.Url}/teasers?merchant={SeasonParties.KilauBeauty.Id}"))!.Status.ShouldBe(404);
        (await page.GotoAsync($"{sample.Host.Url}/teasers/{deleted}/cover"))!.Status.ShouldBe(404);

        await page.GotoAsync($"{sample.Host.Url}/teasers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        (await page.GotoAsync($"{sample.Host.Url}/teasers/{posted}"))!.Status.ShouldBe(401);
        (await page.GotoAsync($"{sample.Host.Url}/teasers/{posted}/cover"))!.Status.ShouldBe(401);
    }

    // the same however often it is asked for
    async Task<(string Posted, string Deleted)> Teasers()
    {
        using var seller = new TeaserClient(sample.Data, sample.Host.Url);
        var footage = await seller.Film(4);
        var (posted, deleted) = (await seller.Teaser(footage, Friday), await seller.Teaser(footage));
        await seller.Write(HttpMethod.Delete, $"/v1/teasers/{deleted}");
        await seller.Prepared(posted);
        await seller.Write(HttpMethod.Put, $"/v1/teasers/{posted}/description", new { caption = "Friday: batik and tea", preferences = new { audience = "Everyone", allowsComments = true, allowsReuse = false }, cover = 2 });
        await seller.Write(HttpMethod.Post, $"/v1/teasers/{posted}/post");
        var measuredAt = (await seller.Read($"/v1/teasers/{posted}")).GetProperty("line").GetProperty("postedAt").GetString();
        await seller.Write(HttpMethod.Post, $"/v1/teasers/{posted}/figures", new { measuredAt, views = 120, viewers = 100, newViewers = 30, newFollowers = 4, roomEntries = 15 });
        return (posted, deleted);
    }
}
