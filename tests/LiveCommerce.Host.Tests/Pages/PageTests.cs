using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Tests.Startup;
using Microsoft.Playwright;

namespace LiveCommerce.Tests.Pages;

/// <summary>The pages in a real Chromium: for everybody, with and without script, with a keyboard alone.</summary>
public sealed partial class PageTests(SampleHost sample, Browser browser) : IClassFixture<SampleHost>
{
    static readonly string Mekong = $"/registrations/{SeasonRegistrations.Id("mekong")}", WarmUp = $"/registrations/{SeasonRegistrations.Id("warm-up dewi")}";
    static readonly string YearEnd = $"/plans/{SeasonPlan.IdOf("batik year end")}", Glow = $"/plans/{SeasonPlan.IdOf("kilau glow")}", Batik = $"/plans?merchant={SeasonParties.BatikLaras.Id}";
    static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    static readonly string Laras = $"/sessions?party={SeasonParties.BatikLaras.Id}";
    static readonly string Now = $"/sessions/{new LiveSessionId(SeasonIds.Of("sessions/batik now"))}", Night = $"/sessions/{new LiveSessionId(SeasonIds.Of("sessions/batik over midnight"))}";

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_screen()
    {
        var page = await Open("/");
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await Judge(page);
        await SignIn(page, "auditor");
        await Judge(page);
        foreach (var path in (string[])[Mekong, $"{Mekong}?version=2", $"{WarmUp}?effectiveAt=2026-01-01", "/registrations/reg_00000000000000000000000000", "/plans", Batik, $"{Batik}&tab=completed", YearEnd, Glow, "/plans?merchant=nobody", "/sessions", Laras, Now, Night, "/sessions/liv_nobody"])
        {
            await page.GotoAsync(sample.Host.Url + path);
            await Judge(page);
        }
        complaints.Where(text => !text.Contains("Failed to load resource", StringComparison.Ordinal)).ShouldBeEmpty("the content security policy and the script agree");
    }

    [Fact, Rule("BEY-03")]
    public async Task A_keyboard_alone_reaches_and_moves_the_slider()
    {
        var page = await Open("/");
        await SignIn(page, "auditor", byKeyboard: true);
        await page.GotoAsync(sample.Host.Url + Mekong);
        await page.Locator(".slider button").WaitForAsync(new() { State = WaitForSelectorState.Hidden }); // the script is there
        var facts = await page.Locator(".fact").CountAsync();
        for (var tabs = 0; tabs < 20 && await Focused(page) != "version"; tabs++) await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).ShouldBe("version");

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Locator("#standing").GetByText($"At version {facts - 1}").WaitForAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Locator("#standing").GetByText("At version 1").WaitForAsync();

        (await Focused(page)).ShouldBe("version", "the slider keeps the focus");
        (await page.Locator("#version").GetAttributeAsync("aria-valuetext")).ShouldBe($"1 of {facts}: under review");
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Under review");
        (await page.Locator(".fact.later").CountAsync()).ShouldBe(facts - 1);
        page.Url.ShouldEndWith("?version=1");
    }

    [Fact, Rule("RECAP-01"), Rule("AN-01")]
    public async Task A_shop_reads_its_recap_on_top_of_its_sessions_and_each_one_minute_by_minute()
    {
        var page = await Open("/sessions", new() { JavaScriptEnabled = false });
        await SignIn(page, "merchant");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("LIVE sessions of Batik Laras");
        var recap = await page.Locator("section").First.InnerTextAsync();
        foreach (var said in (string[])["LIVE GMV", "IDR", "GPM", "Orders", "Views", "Data as of"]) recap.ShouldContain(said);
        (await page.Locator(".moved").First.InnerTextAsync()).ShouldMatch("^[+−±][0-9.]+ %$");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(11);
        (await page.Locator("tbody .LIVE").CountAsync()).ShouldBe(1);
        (await page.Locator("tbody td:nth-child(3)").AllInnerTextsAsync()).Distinct().ShouldBe(["no plan", "in time"], ignoreOrder: true);
        await page.Locator($"a[href='{Night}']").ClickAsync();
        var session = await page.Locator("main").InnerTextAsync();
        foreach (var said in (string[])["Batik Laras, official account", "Peak concurrent viewers", "40 minutes are known", "started LIVE session", "told other figures of 2 minutes", "shop analytics"]) session.ShouldContain(said);
        (await page.Locator("svg polyline").GetAttributeAsync("points")).ShouldNotBeNull().Split(' ').Length.ShouldBe(40);
        await page.Locator("summary").ClickAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(40);
        (await page.Locator("tbody td").AllInnerTextsAsync()).Count(said => said.Contains("shop analytics", StringComparison.Ordinal)).ShouldBe(30);
        foreach (var other in (string[])[$"/sessions?party={SeasonParties.KilauBeauty.Id}", $"/sessions/{new LiveSessionId(SeasonIds.Of("sessions/aisyah's glow"))}", "/sessions/ses_nothing", "/sessions?party=nobody"])
            (await page.GotoAsync(sample.Host.Url + other))!.Status.ShouldBe(404, other);

        await page.GotoAsync($"{sample.Host.Url}/sessions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        foreach (var closed in (string[])["/sessions", Night]) (await page.GotoAsync(sample.Host.Url + closed))!.Status.ShouldBe(401);
        await SignIn(page, "auditor");
        await page.GotoAsync($"{sample.Host.Url}/sessions");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("LIVE sessions");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(25);
        await page.GetByRole(AriaRole.Link, new() { Name = "Further sessions" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kilau Beauty" }).First.ClickAsync();
        (await page.Locator("tbody").InnerTextAsync()).ShouldContain("affiliate account");
    }

    [Fact, Rule("BEY-03"), Rule("C29")]
    public async Task Without_script_all_of_it_is_read_and_moved_by_form_and_link()
    {
        var page = await Open("/", new() { JavaScriptEnabled = false });
        await SignIn(page, "reviewer");
        await page.GotoAsync(sample.Host.Url + Mekong);
        (await page.Locator(".fact").CountAsync()).ShouldBeGreaterThan(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Version 2", Exact = true }).First.ClickAsync();
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Approved");
        await page.Locator("#version").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show this version" }).ClickAsync();
        (await page.Locator("#standing h2").InnerTextAsync()).ShouldBe("At version 1");

        await page.GotoAsync(sample.Host.Url + WarmUp);
        var end = await page.Locator("#fact-2 .when time").GetAttributeAsync("datetime");
        var submitted = await page.Locator("#fact-1 dd time").GetAttributeAsync("datetime");
        await page.GetByLabel("What was so at").FillAsync(end!);
        await page.GetByLabel("As it was known at").FillAsync(submitted!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look from there" }).ClickAsync();
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Expired");
        (await page.Locator("#standing .due").CountAsync()).ShouldBe(1, "as known when it was submitted nobody had recorded the end");
        (await page.Locator(".fact.later").CountAsync()).ShouldBe(1);
    }

    [Fact, Rule("PLAN-18"), Rule("BEY-12")]
    public async Task A_shop_reads_its_plans_in_two_lists_and_each_one_with_its_history()
    {
        var page = await Open("/plans", new() { JavaScriptEnabled = false });
        await SignIn(page, "merchant");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("LIVE plans of Batik Laras");
        (await page.Locator("[aria-current=page]").InnerTextAsync()).ShouldBe("Active (3)");
        (await page.Locator("tbody td:nth-child(2)").AllInnerTextsAsync()).ShouldBe(["Last scarves", "Batik and tea", "Year-end batik night"]);
        await page.Locator("tbody tr:nth-child(3) a").ClickAsync();
        page.Url.ShouldEndWith(YearEnd);
        (await page.Locator("#session").InnerTextAsync()).ShouldContain("Year-end batik night");
        (await page.Locator("#session").InnerTextAsync()).ShouldContain("Hand-drawn in Kelantan, two weeks each");
        (await page.Locator(".fact").CountAsync()).ShouldBe(8);
        (await page.Locator("#ready li").CountAsync()).ShouldBeGreaterThan(10);
        (await page.Locator("#ready").InnerTextAsync()).ShouldContain("Post at least 1 teaser video.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Version 2", Exact = true }).First.ClickAsync();
        (await page.Locator("#session").InnerTextAsync()).ShouldContain("None is written.");
        (await page.Locator("#ready").InnerTextAsync()).Trim().ShouldBeEmpty("a version names no instant");
        await page.GetByRole(AriaRole.Link, new() { Name = "LIVE plans" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Completed (1)" }).ClickAsync();
        (await page.Locator("tbody tr").InnerTextAsync()).ShouldSatisfyAllConditions(said => said.ShouldContain("LIVE as planned"), said => said.ShouldContain("Held"));
        await page.GotoAsync($"{sample.Host.Url}/plans/{SeasonPlan.IdOf("batik evening")}");
        (await page.Locator("dl.session").InnerTextAsync()).ShouldContain("4 subscribe now; told of it: 1 given up, 3 delivered, 1 still to be delivered");
        foreach (var other in (string[])[Glow, $"/plans?merchant={SeasonParties.KilauBeauty.Id}"])
            (await page.GotoAsync(sample.Host.Url + other))!.Status.ShouldBe(404);

        await page.GotoAsync($"{sample.Host.Url}/plans");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        (await page.GotoAsync($"{sample.Host.Url}/plans"))!.Status.ShouldBe(401);
        await SignIn(page, "auditor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kilau Beauty" }).ClickAsync();
        (await page.Locator("tbody td:nth-child(2)").AllInnerTextsAsync()).ShouldBe(["Glow before the holidays"]);
        await page.GotoAsync(sample.Host.Url + Glow);
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Deleted");
        await page.Locator("#session a:has(code)").ClickAsync();
        (await page.Locator("#standing .chip").InnerTextAsync()).ShouldBe("Active");
    }

    [Fact]
    public async Task Whoever_may_not_see_it_finds_nothing_and_whoever_is_not_signed_in_is_asked_to()
    {
        var page = await Open(Mekong);
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Sign in to read a history");
        await SignIn(page, "merchant");
        page.Url.ShouldEndWith(Mekong, Case.Sensitive, "the choice leads back");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("There is no such registration");
        await SignIn(page, "auditor");
        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("Registration");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        (await page.GotoAsync(sample.Host.Url + Mekong))!.Status.ShouldBe(401);
    }

    Task<IPage> Open(string path, BrowserNewContextOptions? options = null) => browser.Page(sample.Host.Url + path, options);

    static async Task SignIn(IPage page, string persona, bool byKeyboard = false)
    {
        var button = page.Locator($"button[value={persona}]");
        if (byKeyboard)
        {
            await button.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        else await button.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    static Task<string?> Focused(IPage page) => page.EvaluateAsync<string?>("document.activeElement?.id");

    /// <summary>On a desk and on a telephone, by day and by night.</summary>
    static async Task Judge(IPage page)
    {
        await page.EvaluateAsync(new Deque.AxeCore.Commons.BundledAxeScriptProvider().GetScript());
        foreach (var width in (int[])[1280, 390])
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.SetViewportSizeAsync(width, 844);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.EvaluateAsync("async () => { await new Promise(requestAnimationFrame); await Promise.all(document.getAnimations().map(change => change.finished)); }"); // colours change over time
                (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")).ShouldBeFalse($"{page.Url} scrolls sideways at {width}");
                var found = await page.EvaluateAsync<string[]>(
                    "async tags => (await axe.run(document, { runOnly: tags })).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`))", Tags);
                found.ShouldBeEmpty($"{page.Url} {width} {scheme}");
            }
    }
}
