using System.Net;
using System.Text.Json;
using LiveCommerce.Host.Http.Overview;
using LiveCommerce.Host.Startup;
using Microsoft.Extensions.Configuration;

namespace LiveCommerce.Tests.Http;

/// <summary>Who does what around a LIVE, where a plan is created, and what comes next.</summary>
public sealed class GuideTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("STG-01"), Rule("STG-02"), Rule("STG-03"), Rule("STG-04"), Rule("STG-05"), Rule("STG-06"), Rule("C45")]
    public async Task Each_stage_has_its_points_of_contact()
    {
        var guide = (await (await world.Creator()).Caller.Get("/v1/stage-guide")).ShouldBe(HttpStatusCode.OK);
        guide["stages"].EnumerateArray().Select(line => $"{line.GetProperty("rule")} {line.GetProperty("stage")} {line.GetProperty("feature")} {line.GetProperty("pointOfContact")} {line.GetProperty("isOptional")}").ShouldBe(
        [
            "STG-01 Pre LIVE Selling Host False", "STG-02 During LIVE Performance SupportPerson False", "STG-03 During LIVE Performance SupportPerson False",
            "STG-04 During LIVE Selling SupportPerson True", "STG-05 Post LIVE Performance Both False", "STG-06 Post LIVE Inspiration Both False",
        ]);
        guide["availableOn"][0].GetString().ShouldBe("SellerCenterPc");
        (await world.Nobody.Get("/v1/stage-guide")).ShouldBeProblem(401, "sign-in.required");
    }

    [Fact, Rule("PLAN-19"), Rule("PLAN-20"), Rule("PLAN-03")]
    public async Task The_creation_page_has_its_steps_and_the_links_beside_them()
    {
        var form = (await (await world.Merchant()).Caller.Get("/v1/plans/form")).ShouldBe(HttpStatusCode.OK);
        form["flow"].EnumerateArray().Select(step => step.GetProperty("step").GetString())
            .ShouldBe(["Fill in the details", "Add products", "Attach promotion tools", "Create or link a teaser", "Save", "Manage ads", "Go LIVE"]);
        form["panel"].EnumerateArray().Select(link => link.GetProperty("name").GetString()).ShouldBe(["LIVE promotion tools", "LIVE dashboard", "LIVE Event", "Platform campaigns"]);
        (form["mostProducts"].GetInt32(), form["longestMinutes"].GetInt32()).ShouldBe((150, 1440));
        foreach (var link in form["panel"].EnumerateArray().Select(link => link.GetProperty("link").GetString()).OfType<string>())
            (await (await world.Merchant()).Caller.Get(link)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Rule("LS-09"), Rule("RA-01"), Rule("RA-05"), Rule("PLAN-18")]
    public async Task The_overview_is_a_page_from_top_to_bottom_and_recommends_by_what_was_done()
    {
        var seller = await world.Merchant();
        var full = await Full(seller);
        Names(full, "sections").ShouldBe(["LIVE Performance Recap", "Recommendation Action", "Create LIVE Plan", "LIVE plans"]);
        Names(full, "tabs").ShouldBe(["Manage Teaser", "Get Inspired"]);
        Names(full, "shortcuts").ShouldBe(["Manage Ads", "Go to LIVE Manager"]);
        foreach (var path in full.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("path").GetString()).OfType<string>())
            (await seller.Caller.Get(path)).ShouldBe(HttpStatusCode.OK);
        Recommended(full).ShouldBe(["PostTeaser", "RegisterForCampaign", "JoinMission"]);

        await World.Planned(seller);
        var registration = await World.Registration(seller, await world.Campaign());
        full = await Full(seller);
        Recommended(full).ShouldBe(["PostTeaser", "JoinMission", "RegisterForCampaign done"]);
        (full.GetProperty("plans").GetProperty("active").GetInt64(), full.GetProperty("plans").GetProperty("completed").GetInt64()).ShouldBe((1, 0));
        (await world.Reviewer.Post($"/v1/registrations/{registration}/reject", new { reason = "Blurred" })).ShouldBe(HttpStatusCode.OK);
        Recommended(await Full(seller)).ShouldBe(["PostTeaser", "RegisterForCampaign", "JoinMission"]);
        (await (await world.Merchant(linked: false)).Caller.Get("/v1/overview"))["full"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"stages":[],"planFlow":[{"step":"A","what":"B","isOptional":false}],"planPanel":[],"shortcuts":[]}""")]
    [InlineData("""{"stages":[{"rule":"X","stage":"Before","feature":"A","scenario":"B","pointOfContact":"Host","isOptional":false}],"planFlow":[],"planPanel":[],"shortcuts":[]}""")]
    public void A_guide_that_lacks_something_stops_the_start(string text) => Should.Throw<CannotStartException>(() => LiveGuide.Parse(text, "guide.json"));

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("https://ads.example.org/", true)]
    public async Task An_operator_s_own_guide_replaces_the_shipped_one_and_links_to_what_a_page_may_link_to(string link, bool fits)
    {
        var line = """{"rule":"X","stage":"S","feature":"A","scenario":"B","pointOfContact":"Host","isOptional":false}""";
        var stages = string.Join(',', Enum.GetNames<LiveStage>().Select(stage => line.Replace("\"S\"", $"\"{stage}\"", StringComparison.Ordinal)));
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "guide.json");
        await File.WriteAllTextAsync(file, $$"""{"stages":[{{stages}}],"planFlow":[{"step":"A","what":"B","isOptional":false}],"planPanel":[{"name":"N","purpose":"P","path":["A"],"link":"{{link}}"}],"shortcuts":[]}""",
            TestContext.Current.CancellationToken);
        LiveGuide From() => LiveGuide.From(new ConfigurationBuilder().AddInMemoryCollection([new(LiveGuide.Setting, file)]).Build());
        if (fits) From().PlanPanel.ShouldHaveSingleItem().Link.ShouldBe(link);
        else Should.Throw<CannotStartException>(From);
    }

    static async Task<JsonElement> Full(Seller seller) => (await seller.Caller.Get("/v1/overview")).ShouldBe(HttpStatusCode.OK)["full"];

    static string[] Names(JsonElement of, string list) => [.. of.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

    static string[] Recommended(JsonElement full) =>
        [.. full.GetProperty("recommendations").EnumerateArray().Select(one => one.GetProperty("action").GetString() + (one.GetProperty("isTaken").GetBoolean() ? " done" : ""))];
}
