using System.Net;
using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>The tabs of the list of campaigns, its badge, and why one can or cannot register.</summary>
public sealed class CampaignListTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("CAMP-04"), Rule("C35")]
    public async Task Ended_campaigns_are_shown_by_a_switch_on_All_and_always_on_Registered()
    {
        var (open, ended) = (await world.Campaign(name: "Tabs open"), await world.Campaign(name: "Tabs ended"));
        var seller = await world.Merchant();
        await World.Registration(seller, ended);
        (await Ids(seller, "tab=registered&name=tabs")).ShouldBe([ended]);
        (await world.Admin.Post($"/v1/campaigns/{ended}/end", new { reason = "Storm" })).ShouldBe(HttpStatusCode.OK);

        (await Ids(seller, "name=tabs")).ShouldBe([open]);
        (await Ids(seller, "tab=all&name=tabs")).ShouldBe([open]);
        (await Ids(seller, "tab=all&showEnded=false&name=tabs")).ShouldBe([open]);
        (await Ids(seller, "tab=all&showEnded=true&name=tabs")).ShouldBe([open, ended], ignoreOrder: true);
        (await Ids(seller, "tab=open&name=tabs")).ShouldBe([open]);
        (await Ids(seller, "tab=registered&name=tabs")).ShouldBe([ended]);
        foreach (var tab in new[] { "open", "registered" })
        foreach (var value in new[] { "true", "false" })
            (await seller.Caller.Get($"/v1/campaigns?tab={tab}&showEnded={value}")).ShouldBeProblem(400, "campaign.tab.no-show-ended")["field"].GetString().ShouldBe("showEnded");
    }

    [Fact, Rule("CAMP-11")]
    public async Task Registered_offers_Manage_until_the_end_and_View_from_then_on()
    {
        var campaign = await world.Campaign(name: "Manage me");
        var seller = await world.Merchant();
        await World.Registration(seller, campaign);
        var running = (await Items(seller.Caller, "tab=registered&name=manage")).ShouldHaveSingleItem();
        Actions(running).ShouldBe(["register True", "manage True"]);
        (running.GetProperty("slots").GetProperty("used").GetInt32(), running.GetProperty("slots").GetProperty("remaining").GetInt32()).ShouldBe((1, 99));
        Actions((await Items(seller.Caller, "tab=all&name=manage")).ShouldHaveSingleItem()).ShouldBe(["register True"]);

        (await world.Admin.Post($"/v1/campaigns/{campaign}/end", new { reason = "Storm" })).ShouldBe(HttpStatusCode.OK);
        Actions((await Items(seller.Caller, "tab=registered&name=manage")).ShouldHaveSingleItem()).ShouldBe(["register False", "view True"]);
    }

    [Fact, Rule("CAMP-05")]
    public async Task Registered_lists_what_the_official_account_registered_in_LIVE_Manager_and_no_affiliate_s()
    {
        var (byOfficial, byAffiliate) = (await world.Campaign(name: "Both ways official"), await world.Campaign(name: "Both ways affiliate"));
        var seller = await world.Merchant(linked: false);
        var official = await Tied(seller, "Official");
        (await world.Admin.Post($"/v1/merchants/{seller.Party}/official-account", new { account = official.Account })).ShouldBe(HttpStatusCode.OK);
        var affiliate = await Tied(seller, "Affiliate");
        (await official.Caller.Post($"/v1/campaigns/{byOfficial}/registrations", World.CreatorForm(official.Account))).ShouldBe(HttpStatusCode.Created);
        (await affiliate.Caller.Post($"/v1/campaigns/{byAffiliate}/registrations", World.CreatorForm(affiliate.Account))).ShouldBe(HttpStatusCode.Created);

        (await Ids(seller, "tab=registered&name=both%20ways")).ShouldBe([byOfficial]);
        (await Ids(official, "tab=registered&name=both%20ways")).ShouldBe([byOfficial]);
        (await Ids(affiliate, "tab=registered&name=both%20ways")).ShouldBe([byAffiliate]);
        (await Ids(await world.Merchant(), "tab=registered&name=both%20ways")).ShouldBeEmpty();
    }

    [Fact, Rule("C34"), Rule("CAMP-06")]
    public async Task A_private_campaign_is_in_no_tab_and_no_count_even_for_whom_it_has_invited()
    {
        var campaign = await world.Campaign("Private", "Secret tab");
        var seller = await world.Merchant();
        var token = (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations")).ShouldBe(HttpStatusCode.Created)["token"].GetString()!;
        var inside = world.With(token, seller);
        var before = (await inside.Get("/v1/campaigns/badge")).ShouldBe(HttpStatusCode.OK)["canRegister"].GetInt32();
        (await inside.Post($"/v1/campaigns/{campaign}/registrations", World.Form())).ShouldBe(HttpStatusCode.Created);
        (await inside.Get("/v1/campaigns/badge"))["canRegister"].GetInt32().ShouldBe(before);
        foreach (var tab in new[] { "tab=all&showEnded=true", "tab=open", "tab=registered", "showEnded=true" })
            (await Items(inside, $"{tab}&name=secret%20tab")).ShouldBeEmpty();
        foreach (var tab in new[] { "tab=all&showEnded=true", "tab=open" })
            (await Items(world.Admin, $"{tab}&name=secret%20tab")).ShouldBeEmpty();
        (await inside.Get($"/v1/campaigns/{campaign}/slots"))["used"].GetInt32().ShouldBe(1);
        (await seller.Caller.Get("/v1/registrations"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact, Rule("CAMP-07")]
    public async Task A_name_is_found_by_a_part_of_it_in_any_case_and_means_itself()
    {
        var names = new[] { "Nama 100% LIVE", "Nama 1000 LIVE", "Nama under_score", "Nama underXscore", "Nama \u00c9CLAIR back\\slash" };
        foreach (var name in names) await world.Campaign(name: name);
        var seller = await world.Merchant();
        async Task<string[]> Named(string part) =>
            [.. (await Items(seller.Caller, $"name={Uri.EscapeDataString(part)}")).Select(item => item.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
        (await Named("nama")).Length.ShouldBe(names.Length);
        (await Named("a 100%")).ShouldBe([names[0]]);
        (await Named("R_S")).ShouldBe([names[2]]);
        (await Named("%")).ShouldBe([names[0]]);
        (await Named("\u00e9clair")).ShouldBe([names[4]]);
        (await Named("e\u0301clair")).ShouldBe([names[4]]);
        (await Named("back\\")).ShouldBe([names[4]]);
        (await Named("nama';--")).ShouldBeEmpty();
    }

    [Fact, Rule("CAMP-04")]
    public async Task Tabs_come_in_pages_without_gap_or_repeat()
    {
        var seller = await world.Merchant();
        var made = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            made.Add(await world.Campaign(name: "Paged"));
            await World.Registration(seller, made[^1]);
        }
        foreach (var tab in new[] { "all", "open", "registered" })
        {
            var read = new List<string>();
            for (var cursor = ""; cursor is not null;)
            {
                var page = (await seller.Caller.Get($"/v1/campaigns?tab={tab}&name=paged&limit=2{(cursor == "" ? "" : "&cursor=" + cursor)}")).ShouldBe(HttpStatusCode.OK);
                read.AddRange(page["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
                cursor = page["next"].GetString();
            }
            read.ShouldBe(made, ignoreOrder: true, tab);
        }
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said_clearly()
    {
        var seller = await world.Merchant();
        foreach (var query in new[] { "tab=nonsense", "tab=", "tab=ALL", "tab=1", "showEnded=maybe", "cursor=zzz", "limit=0", "name=%00", "tab=all&tab=open" })
            (await seller.Caller.Get($"/v1/campaigns?{query}")).ShouldBeProblem(400, "request.malformed");
        (await world.Reviewer.Get("/v1/campaigns?tab=registered")).ShouldBeProblem(400, "campaign.tab.of-parties");
        foreach (var path in new[] { "badge", $"{await world.Campaign()}/eligibility" })
        {
            (await world.Reviewer.Get($"/v1/campaigns/{path}")).ShouldBeProblem(403, "sign-in.role-not-allowed");
            (await world.Nobody.Get($"/v1/campaigns/{path}")).ShouldBeProblem(401, "sign-in.required");
        }
    }

    static string[] Actions(JsonElement item) => [.. item.GetProperty("actions").EnumerateObject().Select(action => $"{action.Name} {action.Value.GetProperty("allowed").GetBoolean()}")];

    static async Task<List<JsonElement>> Items(Caller caller, string query) =>
        [.. (await caller.Get($"/v1/campaigns?{query}")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray()];

    static async Task<string[]> Ids(Seller seller, string query) => [.. (await Items(seller.Caller, query)).Select(item => item.GetProperty("id").GetString()!)];

    Task<Seller> Tied(Seller shop, string type) => world.Creator(type, type == "Official" ? null : shop.Party);
}
