using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>The badge, and why one can or cannot register.</summary>
public sealed class EligibilityTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("CAMP-03"), Rule("C36")]
    public async Task The_badge_counts_what_is_public_open_and_within_the_slots_of_whoever_is_eligible()
    {
        var (bound, unbound, creator) = (await world.Merchant(), await world.Merchant(linked: false), await world.Creator());
        var before = await Badge(bound.Caller);
        var campaign = await world.Campaign();
        await world.Campaign("Private");
        await world.Admin.Post("/v1/campaigns", World.Terms("A draft"));
        (await Badge(bound.Caller), await Badge(unbound.Caller), await Badge(creator.Caller)).ShouldBe((before + 1, 0, before + 1));

        for (var taken = 0; taken < 99; taken++) await World.Registration(bound, campaign);
        (await Badge(bound.Caller)).ShouldBe(before + 1);
        await World.Registration(bound, campaign);
        (await Badge(bound.Caller), await Badge(creator.Caller)).ShouldBe((before, before + 1));

        (await world.Admin.Post($"/v1/campaigns/{campaign}/end", new { reason = "Storm" })).ShouldBe(HttpStatusCode.OK);
        (await Badge(creator.Caller)).ShouldBe(before);
    }

    [Fact, Rule("BEY-16"), Rule("CAMP-10")]
    public async Task Every_reason_is_told_at_once_and_agrees_with_what_a_submission_is_told()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant(linked: false);
        (await world.Admin.Post($"/v1/merchants/{seller.Party}/violations", new { reason = "Late shipping" })).ShouldBe(HttpStatusCode.Created);
        var told = (await seller.Caller.Get($"/v1/campaigns/{campaign}/eligibility")).ShouldBe(HttpStatusCode.OK);
        told["isEligible"].GetBoolean().ShouldBeFalse();
        var broken = told["conditions"].EnumerateArray().Where(condition => !condition.GetProperty("isMet").GetBoolean()).ToList();
        broken.ConvertAll(condition => condition.GetProperty("code").GetString()).ShouldBe(["account.not-bound", "account.blocked-by-violation"]);
        broken.ShouldAllBe(condition => condition.GetProperty("fix").GetString()!.Length > 0 && condition.GetProperty("rule").GetString()!.Length > 0);
        var refused = (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form())).ShouldBeProblem(422, "account.not-bound");
        refused["fix"].GetString().ShouldBe(broken[0].GetProperty("fix").GetString());

        var able = await world.Merchant();
        var well = (await able.Caller.Get($"/v1/campaigns/{campaign}/eligibility?account={able.Account}")).ShouldBe(HttpStatusCode.OK);
        (well["isEligible"].GetBoolean(), well["slots"].GetProperty("remaining").GetInt32()).ShouldBe((true, 100));
        well["conditions"].EnumerateArray().ShouldAllBe(condition => condition.GetProperty("isMet").GetBoolean());
        (await able.Caller.Get($"/v1/campaigns/{campaign}/eligibility?account={seller.Account}"))["isEligible"].GetBoolean().ShouldBeFalse();
    }

    [Fact, Rule("BEY-16"), Rule("CAMP-06")]
    public async Task Of_what_cannot_be_seen_nothing_is_explained()
    {
        var seller = await world.Merchant();
        var draft = (await world.Admin.Post("/v1/campaigns", World.Terms("A draft"))).Id;
        foreach (var hidden in new[] { draft, await world.Campaign("Private"), new Kernel.CampaignId(Guid.CreateVersion7()).ToString() })
            (await seller.Caller.Get($"/v1/campaigns/{hidden}/eligibility")).ShouldBeProblem(404, "campaign.not-visible");
        (await seller.Caller.Get($"/v1/campaigns/{await world.Campaign()}/eligibility?account=nonsense")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("account");
    }

    static async Task<int> Badge(Caller caller) => (await caller.Get("/v1/campaigns/badge")).ShouldBe(HttpStatusCode.OK)["canRegister"].GetInt32();
}
