using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>Everything has its history, by one address, for whoever may see the thing itself.</summary>
public sealed class HistoryTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("RREC-17")]
    public async Task Operators_and_auditors_read_everything_s_history_and_a_party_its_own()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var registration = await World.Registration(seller, campaign);
        var quota = (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["quota"].GetString();
        foreach (var reader in new[] { world.Admin, world.Reviewer, world.Auditor, seller.Caller })
        {
            (await Types(reader, $"/v1/merchants/{seller.Party}")).ShouldBe(["merchant_onboarded", "official_account_linked"]);
            (await Types(reader, $"/v1/accounts/{seller.Account}")).ShouldBe(["tik_tok_account_added", "account_tied_to_merchant"]);
            (await Types(reader, $"/v1/quotas/{quota}")).ShouldBe(["slot_taken"]);
            (await Types(reader, $"/v1/registrations/{registration}")).ShouldBe(["registration_submitted"]);
        }
        foreach (var other in new[] { await world.Merchant(), await world.Creator() })
            foreach (var path in new[] { $"/v1/merchants/{seller.Party}", $"/v1/accounts/{seller.Account}", $"/v1/quotas/{quota}", $"/v1/registrations/{registration}" })
                (await other.Caller.Get($"{path}/history")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    [Rule("CAMP-06")]
    public async Task A_campaign_s_history_is_for_whoever_sees_it_without_its_draft_and_without_who_else_was_invited()
    {
        var (campaign, seller) = (await world.Campaign("Private"), await world.Merchant());
        var token = (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations", new { merchants = new[] { seller.Party } })).ShouldBe(HttpStatusCode.Created)["token"].GetString()!;
        (await world.Admin.Post($"/v1/campaigns/{campaign}/end", new { reason = "Over." })).ShouldBe(HttpStatusCode.OK);
        var path = $"/v1/campaigns/{campaign}";

        (await seller.Caller.Get($"{path}/history")).ShouldBeProblem(404, "campaign.not-visible");
        (await world.With(token, await world.Merchant()).Get($"{path}/history")).ShouldBeProblem(404, "campaign.not-visible");
        (await Types(world.With(token, seller), path)).ShouldBe(["campaign_published", "campaign_ended"]);
        foreach (var reader in new[] { world.Admin, world.Auditor })
            (await Types(reader, path)).ShouldBe(["campaign_drafted", "campaign_published", "invitation_issued", "campaign_ended"]);
    }

    [Fact]
    public async Task A_shop_does_not_learn_where_an_account_was_tied_before()
    {
        var (first, second) = (await world.Merchant(), await world.Merchant(linked: false));
        (await world.Admin.Write(HttpMethod.Delete, $"/v1/merchants/{first.Party}/official-account/{first.Account}", null)).ShouldBe(HttpStatusCode.OK);
        (await world.Admin.Post($"/v1/merchants/{second.Party}/official-account", new { account = first.Account })).ShouldBe(HttpStatusCode.OK);

        var history = (await second.Caller.Get($"/v1/accounts/{first.Account}/history")).ShouldBe(HttpStatusCode.OK);

        history["events"].EnumerateArray().Select(fact => fact.GetProperty("version").GetInt64()).ShouldBe([1, 4]);
        history["isUnbroken"].GetBoolean().ShouldBeTrue();
        history.Body.ToString().ShouldNotContain(first.Party);
        (await Types(world.Auditor, $"/v1/accounts/{first.Account}")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_not_there_has_no_history_nor_has_another_kind_of_thing_under_the_wrong_prefix()
    {
        var merchant = (await world.Merchant()).Party;
        foreach (var (things, prefix) in new[] { ("registrations", "reg"), ("campaigns", "cmp"), ("accounts", "acc"), ("quotas", "quo"), ("plans", "pln") })
        {
            (await world.Admin.Get($"/v1/{things}/{prefix}{merchant[3..]}/history")).Status.ShouldBe(HttpStatusCode.NotFound, things);
            (await world.Admin.Get($"/v1/{things}/{prefix}_00000000000000000000000000/history")).Status.ShouldBe(HttpStatusCode.NotFound, things);
            (await world.Admin.Get($"/v1/{things}/{merchant}/history")).ShouldBeProblem(400, "request.malformed");
            (await world.Admin.Get($"/v1/{things}/{prefix}{merchant[3..]}")).Status.ShouldBe(HttpStatusCode.NotFound, things);
            (await world.Nobody.Get($"/v1/{things}/{prefix}_00000000000000000000000000/history")).ShouldBeProblem(401, "sign-in.required");
        }
    }

    static async Task<List<string?>> Types(Caller caller, string path)
    {
        var history = (await caller.Get($"{path}/history")).ShouldBe(HttpStatusCode.OK);
        history["stream"].GetString().ShouldBe(path[(path.LastIndexOf('/') + 1)..]);
        history["isUnbroken"].GetBoolean().ShouldBeTrue();
        return [.. history["events"].EnumerateArray().Select(fact => fact.GetProperty("type").GetString())];
    }
}
