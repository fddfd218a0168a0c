using System.Net;
using LiveCommerce.Host.Http.Overview;
using LiveCommerce.Host.Startup;
using Microsoft.Extensions.Configuration;

namespace LiveCommerce.Tests.Http;

/// <summary>What a merchant sees first.</summary>
public sealed class OverviewTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("LS-03"), Rule("LS-04"), Rule("LS-08")]
    public async Task Without_an_official_account_it_is_to_link_one_and_what_others_achieved()
    {
        var seller = await world.Merchant(linked: false);
        var first = (await seller.Caller.Get("/v1/overview")).ShouldBe(HttpStatusCode.OK);
        first["experience"].GetString().ShouldBe("FirstTime");
        first["firstTime"].GetProperty("linkOfficialAccount").GetProperty("allowed").GetBoolean().ShouldBeTrue();
        var stories = first["firstTime"].GetProperty("successStories").EnumerateArray().ToList();
        stories.Count.ShouldBeGreaterThan(0);
        stories.ShouldAllBe(story => story.GetProperty("source").GetString()!.Length > 0 && story.GetProperty("date").GetString()!.StartsWith("20"));

        var violation = (await world.Admin.Post($"/v1/merchants/{seller.Party}/violations", new { reason = "Late shipping" })).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Get("/v1/overview"))["firstTime"].GetProperty("linkOfficialAccount").GetProperty("code").GetString().ShouldBe("account.blocked-by-violation");
        (await world.Admin.Post($"/v1/merchants/{seller.Party}/violations/{violation}/resolve")).ShouldBe(HttpStatusCode.OK);
        (await world.Admin.Post($"/v1/merchants/{seller.Party}/official-account", new { account = seller.Account })).ShouldBe(HttpStatusCode.OK);
        var full = (await seller.Caller.Get("/v1/overview")).ShouldBe(HttpStatusCode.OK);
        (full["experience"].GetString(), full["officialAccount"].GetString(), full["firstTime"].ValueKind).ShouldBe(("Full", seller.Account, System.Text.Json.JsonValueKind.Null));
        (await world.Admin.Write(HttpMethod.Delete, $"/v1/merchants/{seller.Party}/official-account/{seller.Account}", null)).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Get("/v1/overview"))["experience"].GetString().ShouldBe("FirstTime");
    }

    [Fact, Rule("LS-02"), Rule("C45"), Rule("CAMP-01")]
    public async Task It_says_where_it_is_and_where_campaigns_are()
    {
        var seller = await world.Merchant();
        var overview = (await seller.Caller.Get("/v1/overview")).ShouldBe(HttpStatusCode.OK);
        string[] Texts(System.Text.Json.JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
        Texts(overview["availableOn"]).ShouldBe(["SellerCenterPc"]);
        Texts(overview["entry"]).ShouldBe(["Seller Center", "LIVE&Video", "LIVE Selling"]);
        Texts(overview["campaigns"].GetProperty("sellerCenter")).ShouldBe(["Seller Center", "Promotions", "Campaigns", "Livestream Campaigns"]);
        var campaign = await world.Campaign();
        var link = overview["campaigns"].GetProperty("sharedLink").GetString()!.Replace("{campaign}", campaign);
        (await seller.Caller.Get(link)).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(campaign);
    }

    [Fact]
    public async Task It_is_a_merchant_s_page()
    {
        foreach (var other in new[] { world.Admin, world.Auditor, (await world.Creator()).Caller }) (await other.Get("/v1/overview")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Nobody.Get("/v1/overview")).ShouldBeProblem(401, "sign-in.required");
        var unknown = new Caller(host.Http, host.Tokens.For("merchant", new Kernel.MerchantId(Guid.CreateVersion7()).ToString()));
        (await unknown.Get("/v1/overview")).ShouldBeProblem(404, "not-found");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"entry":["A"],"campaigns":{"sellerCenter":["B"],"sharedLink":"https://example.org/{campaign}"},"successStories":[{"title":"T","summary":"S","date":"yesterday","source":"X"}]}""")]
    [InlineData("""{"entry":["A"],"campaigns":{"sellerCenter":["B"],"sharedLink":"https://example.org/{campaign}"},"successStories":[{"title":"T","summary":"S","date":"2026"}]}""")]
    [InlineData("""{"entry":["A"],"campaigns":{"sellerCenter":["B"],"sharedLink":"https://example.org/"},"successStories":[]}""")]
    [InlineData("""{"entry":["A"],"campaigns":{"sellerCenter":["B"],"sharedLink":"javascript:{campaign}"},"successStories":[]}""")]
    [InlineData("""{"entry":[null],"campaigns":{"sellerCenter":["B"],"sharedLink":"/c/{campaign}"},"successStories":[]}""")]
    [InlineData("""{"entry":[],"campaigns":{"sellerCenter":["B"],"sharedLink":"/c/{campaign}"},"successStories":[null]}""")]
    public void Reference_data_without_date_source_or_link_stops_the_start(string text) => Should.Throw<CannotStartException>(() => OverviewReference.Parse(text, "stories.json"));

    [Fact, Rule("LS-04")]
    public async Task An_operator_s_own_file_replaces_what_is_shipped()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "overview.json");
        await File.WriteAllTextAsync(file, """{"entry":["A"],"campaigns":{"sellerCenter":["B"],"sharedLink":"https://example.org/{campaign}"},"successStories":[{"title":"T","summary":"S","date":"2026-05","source":"X"}]}""",
            TestContext.Current.CancellationToken);
        OverviewReference From(string path) => OverviewReference.From(new ConfigurationBuilder().AddInMemoryCollection([new(OverviewReference.Setting, path)]).Build());
        From(file).SuccessStories.ShouldHaveSingleItem().ShouldBe(new("T", "S", "2026-05", "X"));
        From(" ").ShouldBeSameAs(OverviewReference.Shipped);
        Should.Throw<CannotStartException>(() => From(file + ".missing"));
    }
}
