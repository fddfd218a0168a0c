using System.Net;
using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>Records in lists: what each side sees of the other, their columns, and what is looked for.</summary>
public sealed class RecordListTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("RREC-01"), Rule("RREC-02"), Rule("BEY-02")]
    public async Task Shop_and_official_account_see_each_other_s_records_and_an_affiliate_sees_numbered_slots()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant(linked: false);
        var official = await world.Creator("Official");
        (await world.Admin.Post($"/v1/merchants/{seller.Party}/official-account", new { account = official.Account })).ShouldBe(HttpStatusCode.OK);
        var affiliate = await world.Creator("Affiliate", seller.Party);

        var inSellerCenter = await World.Registration(seller, campaign);
        var inLiveManager = (await official.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(official.Account))).ShouldBe(HttpStatusCode.Created).Id;
        var byAffiliate = (await affiliate.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(affiliate.Account))).ShouldBe(HttpStatusCode.Created).Id;

        foreach (var list in new[] { $"/v1/campaigns/{campaign}/registrations", "/v1/registrations" })
        {
            (await Ids(seller.Caller, list)).ShouldBe([byAffiliate, inLiveManager, inSellerCenter]);
            (await Ids(official.Caller, list)).ShouldBe([inLiveManager, inSellerCenter]);
            (await Ids(affiliate.Caller, list)).ShouldBe([byAffiliate]);
            (await Ids((await world.Merchant()).Caller, list)).ShouldBeEmpty();
        }
        (await Hidden(seller.Caller, campaign, seller)).ShouldBe([false, false, false]);
        (await Hidden(official.Caller, campaign, seller)).ShouldBe([false, false, true]);
        (await Hidden(affiliate.Caller, campaign, seller)).ShouldBe([true, true, false]);
    }

    [Fact, Rule("RREC-04"), Rule("RREC-05"), Rule("RREC-06"), Rule("RREC-07")]
    public async Task The_columns_show_the_platform_s_word_and_tell_the_party_s_on_hover()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var id = await World.Registration(seller, campaign);
        var before = await Columns(seller, id);
        before.GetProperty("sessionId").GetString().ShouldBe(id);
        Level(before).ShouldBe("Grey S,A ");
        before.GetProperty("livePeriod").GetProperty("onHover").ValueKind.ShouldBe(JsonValueKind.Null);
        before.GetProperty("status").GetProperty("onHover").ValueKind.ShouldBe(JsonValueKind.Null);

        (await world.Reviewer.Post($"/v1/registrations/{id}/level", new { level = "A" })).ShouldBe(HttpStatusCode.OK);
        (await world.Reviewer.Post($"/v1/registrations/{id}/contacts", new { note = "Agreed by phone" })).ShouldBe(HttpStatusCode.OK);
        (await world.Reviewer.Post($"/v1/registrations/{id}/live-period", new { livePeriod = new { start = World.Time(5), end = World.Time(8) } })).ShouldBe(HttpStatusCode.OK);
        var after = await Columns(seller, id);
        Level(after).ShouldBe("Lit A S,A");
        after.GetProperty("livePeriod").GetProperty("onHover").ToString().ShouldBe(before.GetProperty("livePeriod").GetProperty("shown").ToString());
        after.GetProperty("livePeriod").GetProperty("shown").ToString().ShouldNotBe(before.GetProperty("livePeriod").GetProperty("shown").ToString());
    }

    [Fact, Rule("RREC-09"), Rule("RREC-10"), Rule("C27")]
    public async Task The_status_tells_its_reason_on_hover()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var (rejected, removed, cancelled) = (await World.Registration(seller, campaign), await World.Registration(seller, campaign), await World.Registration(seller, campaign));
        (await world.Reviewer.Post($"/v1/registrations/{rejected}/reject", new { reason = "No products" })).ShouldBe(HttpStatusCode.OK);
        (await world.Reviewer.Post($"/v1/registrations/{removed}/remove", new { reason = "Recalled" })).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Post($"/v1/registrations/{cancelled}/cancel", new { confirmed = true })).ShouldBe(HttpStatusCode.OK);
        var open = await World.Registration(seller, campaign);
        (await Status(seller, rejected)).ShouldBe("Rejected  No products");
        (await Status(seller, removed)).ShouldBe("Expired RemovedByPlatform Recalled");
        (await Status(seller, cancelled)).ShouldBe("Expired VoluntarilyCancelled ");
        (await world.Admin.Post($"/v1/campaigns/{campaign}/end", new { reason = "Storm" })).ShouldBe(HttpStatusCode.OK);
        (await Status(seller, open)).ShouldBe("Expired CampaignEnded ");
    }

    [Fact, Rule("RREC-04")]
    public async Task A_reviewer_finds_records_by_what_is_known_of_them()
    {
        var campaign = await world.Campaign();
        var (seller, creator) = (await world.Merchant(), await world.Creator());
        var first = await World.Registration(seller, campaign);
        var byCreator = (await creator.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(creator.Account))).ShouldBe(HttpStatusCode.Created).Id;
        var onBehalf = (await world.Reviewer.Post($"/v1/campaigns/{campaign}/registrations", World.Form(onBehalfOf: new { party = seller.Party, channel = "SellerCenter", account = seller.Account, opsName = "Rina Hartono" })))
            .ShouldBe(HttpStatusCode.Created).Id;
        (await world.Reviewer.Post($"/v1/registrations/{first}/level", new { level = "A" })).ShouldBe(HttpStatusCode.OK);
        var list = $"/v1/campaigns/{campaign}/registrations?";
        (await Ids(world.Reviewer, list)).ShouldBe([onBehalf, byCreator, first]);
        (await Ids(world.Reviewer, $"{list}opsName=hartono")).ShouldBe([onBehalf]);
        (await Ids(world.Reviewer, $"{list}account={creator.Account}")).ShouldBe([byCreator]);
        (await Ids(world.Reviewer, $"{list}channel=SellerCenter&level=A")).ShouldBe([onBehalf, first]);
        (await Ids(world.Reviewer, $"{list}level=S")).ShouldBe([onBehalf]);
        (await Ids(world.Reviewer, $"{list}party={seller.Party}&level=S&status=UnderReview")).ShouldBe([onBehalf]);
        (await Ids(world.Reviewer, $"{list}registeredFrom={World.Time(-1)}&registeredBefore={World.Time(1)}")).Length.ShouldBe(3);
        (await Ids(world.Reviewer, $"{list}registeredFrom={World.Time(1)}")).ShouldBeEmpty();
        (await Ids(creator.Caller, $"{list}opsName=hartono")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status=Done", "")]
    [InlineData("status=17", "status")]
    [InlineData("channel=9", "channel")]
    [InlineData("level=", "level")]
    [InlineData("account=reg_01h455vb4pex5vsknk084sn02q", "account")]
    [InlineData("registeredFrom=yesterday", "registeredFrom")]
    [InlineData("registeredBefore=9999-01-01T00:00:00Z", "registeredBefore")]
    [InlineData("opsName=%00", "opsName")]
    [InlineData("opsName=", "opsName")]
    [InlineData("limit=101", "limit")]
    [InlineData("party=nonsense", "party")]
    public async Task What_cannot_be_looked_for_is_said_clearly(string query, string field)
    {
        var campaign = await world.Campaign();
        foreach (var list in new[] { $"/v1/campaigns/{campaign}/registrations", "/v1/registrations" })
        {
            var answer = (await (await world.Merchant()).Caller.Get($"{list}?{query}")).ShouldBeProblem(400, "request.malformed");
            if (field != "") answer["field"].GetString().ShouldBe(field);
        }
    }

    static async Task<string[]> Ids(Caller caller, string path) =>
        [.. (await caller.Get(path)).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    static async Task<bool[]> Hidden(Caller caller, string campaign, Seller shop)
    {
        var slots = (await caller.Get($"/v1/campaigns/{campaign}/slots?party={shop.Party}")).ShouldBe(HttpStatusCode.OK)["slots"].EnumerateArray().ToList();
        var hidden = slots.ConvertAll(slot => !slot.TryGetProperty("registration", out _));
        foreach (var slot in slots.Where((_, index) => hidden[index])) slot.EnumerateObject().Select(property => property.Name).ShouldBe(["slot", "channel", "takenAt"]);
        return [.. hidden];
    }

    static async Task<JsonElement> Columns(Seller seller, string registration) =>
        (await seller.Caller.Get($"/v1/registrations/{registration}")).ShouldBe(HttpStatusCode.OK)["columns"];

    static string Level(JsonElement columns) =>
        $"{columns.GetProperty("sessionLevel").GetProperty("icon")} {Texts(columns, "shown")} {Texts(columns, "onHover")}";

    static string Texts(JsonElement columns, string name) =>
        columns.GetProperty("sessionLevel").GetProperty(name) is { ValueKind: JsonValueKind.Array } levels ? string.Join(',', levels.EnumerateArray()) : "";

    static async Task<string> Status(Seller seller, string registration)
    {
        var status = (await Columns(seller, registration)).GetProperty("status");
        return $"{status.GetProperty("shown")} {status.GetProperty("onHover").GetProperty("expiryReason")} {status.GetProperty("onHover").GetProperty("reason")}";
    }
}
