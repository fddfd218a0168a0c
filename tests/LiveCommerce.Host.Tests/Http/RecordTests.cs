using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>Records, lists, ledgers and the feed.</summary>
public sealed class RecordTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("RREC-09"), Rule("RREC-10"), Rule("RREC-11"), Rule("RREC-12"), Rule("REG-12")]
    public async Task The_platform_reviews_and_the_party_withdraws()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var creator = await world.Creator();
        var rejected = await World.Registration(seller, campaign);
        (await world.Reviewer.Post($"/v1/registrations/{rejected}/reject", new { reason = "Blurred logo" })).ShouldBe(HttpStatusCode.OK);
        var record = await seller.Caller.Get($"/v1/registrations/{rejected}");
        (record["status"].GetString(), record["reason"].GetString()).ShouldBe(("Rejected", "Blurred logo"));

        var cancelled = await World.Registration(seller, campaign);
        (await seller.Caller.Post($"/v1/registrations/{cancelled}/cancel")).ShouldBeProblem(422, "registration.confirmation-required");
        (await seller.Caller.Post($"/v1/registrations/{cancelled}/cancel", new { confirmed = true })).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Get($"/v1/registrations/{cancelled}"))["expiryReason"].GetString().ShouldBe("VoluntarilyCancelled");

        var moved = (await creator.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(creator.Account))).ShouldBe(HttpStatusCode.Created).Id;
        var period = new { livePeriod = new { start = World.Time(6), end = World.Time(9) } };
        (await world.Reviewer.Post($"/v1/registrations/{moved}/live-period", period)).ShouldBeProblem(422, "registration.contact-required");
        (await world.Reviewer.Post($"/v1/registrations/{moved}/contacts", new { note = "Agreed by phone" })).ShouldBe(HttpStatusCode.OK);
        (await world.Reviewer.Post($"/v1/registrations/{moved}/live-period", period)).ShouldBe(HttpStatusCode.OK);
        (await world.Reviewer.Post($"/v1/registrations/{moved}/remove", new { reason = "Rules broken" })).ShouldBe(HttpStatusCode.OK);
        var history = (await creator.Caller.Get($"/v1/registrations/{moved}/history"))["events"].EnumerateArray().ToList();
        history.ConvertAll(one => one.GetProperty("type").GetString())
            .ShouldBe(["registration_submitted", "merchant_contacted", "live_period_modified_by_platform", "registration_removed_by_platform"]);
        history[0].GetProperty("channel").GetString().ShouldBe("LiveManager");
        history[3].GetProperty("reason").GetString().ShouldBe("Rules broken");
        history[3].GetProperty("sentence").GetString().ShouldBe("Reviewer rev-1 removed the registration from the campaign: \"Rules broken\".");
        history[3].GetProperty("body").GetProperty("reason").GetString().ShouldBe("Rules broken");
    }

    [Fact]
    [Rule("RREC-17")]
    public async Task An_operator_registers_on_behalf_and_is_named()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var form = World.Form(onBehalfOf: new { party = seller.Party, channel = "SellerCenter", account = seller.Account, opsName = "Rina" });
        var registration = (await world.Reviewer.Post($"/v1/campaigns/{campaign}/registrations", form)).ShouldBe(HttpStatusCode.Created).Id;
        var record = (await seller.Caller.Get($"/v1/registrations/{registration}")).ShouldBe(HttpStatusCode.OK);
        (record["opsName"].GetString(), record["party"].GetString(), record["resource"].GetString()).ShouldBe(("Rina", seller.Party, "Merchant"));
        (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", form)).ShouldBeProblem(422, "registration.on-behalf.not-allowed");
    }

    [Fact]
    [Rule("RREC-18"), Rule("RREC-08")]
    public async Task From_the_campaigns_end_open_registrations_read_as_expired()
    {
        var campaign = await world.Campaign(name: "Soon over");
        var seller = await world.Merchant();
        var registration = await World.Registration(seller, campaign);
        (await world.Admin.Post($"/v1/campaigns/{campaign}/end", new { reason = "Storm" })).ShouldBe(HttpStatusCode.OK);
        var record = await seller.Caller.Get($"/v1/registrations/{registration}");
        (record["status"].GetString(), record["expiryReason"].GetString(), record["statusBeforeExpiry"].GetString()).ShouldBe(("Expired", "CampaignEnded", "UnderReview"));
        record["actions"].GetProperty("cancel").GetProperty("allowed").GetBoolean().ShouldBeFalse();
        (await seller.Caller.Get($"/v1/campaigns/{campaign}/registrations?status=Expired"))["items"].GetArrayLength().ShouldBe(1);
        (await seller.Caller.Get($"/v1/campaigns/{campaign}/registrations?status=UnderReview"))["items"].GetArrayLength().ShouldBe(0);
        (await seller.Caller.Get("/v1/campaigns?name=soon%20over"))["items"].GetArrayLength().ShouldBe(0);
        (await seller.Caller.Get("/v1/campaigns?name=soon%20over&showEnded=true"))["items"][0].GetProperty("phase").GetString().ShouldBe("Ended");
    }

    [Fact]
    public async Task Lists_come_in_pages_without_gap_or_repeat()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var made = new List<string>();
        for (var count = 0; count < 7; count++) made.Add(await World.Registration(seller, campaign));
        made.Reverse();
        var read = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await seller.Caller.Get($"/v1/registrations?limit=3{(cursor == "" ? "" : "&cursor=" + cursor)}")).ShouldBe(HttpStatusCode.OK);
            read.AddRange(page["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page["next"].GetString();
        }
        read.ShouldBe(made);
    }

    [Fact]
    [Rule("REG-03")]
    public async Task The_slot_ledger_shows_numbers_and_hides_what_is_not_the_readers()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        await World.Registration(seller, campaign);
        var creator = new Kernel.CreatorId(Guid.CreateVersion7()).ToString();
        var account = (await world.Admin.Post("/v1/accounts", new { type = "Affiliate", handle = "@tied", uid = "7003", creator, merchant = seller.Party })).ShouldBe(HttpStatusCode.Created).Id;
        var affiliate = new Caller(host.Http, host.Tokens.For("creator", creator: creator));
        (await affiliate.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(account))).ShouldBe(HttpStatusCode.Created)["slot"].GetInt32().ShouldBe(2);

        var whole = (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["slots"].EnumerateArray().ToList();
        whole.ShouldAllBe(slot => slot.GetProperty("registration").GetString()!.StartsWith("reg_"));
        var masked = (await affiliate.Get($"/v1/campaigns/{campaign}/slots?party={seller.Party}")).ShouldBe(HttpStatusCode.OK)["slots"].EnumerateArray().ToList();
        masked.ConvertAll(slot => slot.TryGetProperty("registration", out _)).ShouldBe([false, true]);
        masked.ConvertAll(slot => slot.GetProperty("channel").GetString()).ShouldBe(["SellerCenter", "LiveManager"]);
        (await affiliate.Get("/v1/registrations"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_feed_gives_every_fact_once_in_order()
    {
        await World.Registration(await world.Merchant(), await world.Campaign());
        var ids = new List<string>();
        var after = "";
        for (var atEnd = false; !atEnd;)
        {
            var page = (await world.Auditor.Get($"/v1/events?limit=4{(after == "" ? "" : "&after=" + after)}")).ShouldBe(HttpStatusCode.OK);
            ids.AddRange(page["events"].EnumerateArray().Select(one => one.GetProperty("id").GetString()!));
            page["events"].EnumerateArray().ShouldAllBe(one => one.GetProperty("isIntact").GetBoolean());
            (after, atEnd) = (page["next"].GetString()!, page["atEnd"].GetBoolean());
        }
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.Count.ShouldBe((int)(await host.Recorded()).Facts);
    }
}
