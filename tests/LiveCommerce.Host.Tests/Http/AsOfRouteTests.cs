using System.Net;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Tests.Http;

public sealed class AsOfRouteTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("BEY-03"), Rule("BEY-04")]
    public async Task A_registration_is_read_as_of_any_version_and_explained()
    {
        var seller = await world.Merchant();
        var registration = await World.Registration(seller, await world.Campaign());
        (await world.Reviewer.Post($"/v1/registrations/{registration}/reject", new { reason = "Blurred images" })).ShouldBe(HttpStatusCode.OK);

        var first = (await seller.Caller.Get($"/v1/history/{registration}/state?version=1")).ShouldBe(HttpStatusCode.OK);
        (first["status"].GetString(), first["version"].GetInt32(), first.Headers.ETag?.Tag).ShouldBe(("UnderReview", 1, "\"1\""));
        first["state"].GetProperty("session").GetProperty("submission").GetProperty("form").GetProperty("notes").GetString().ShouldBe("Two hosts");
        var last = (await seller.Caller.Get($"/v1/history/{registration}/state")).ShouldBe(HttpStatusCode.OK);
        last["digest"].GetString().ShouldBe(last["deciding"].GetProperty("digest").GetString());
        var instant = last["recordedAt"].GetString();
        (await world.Auditor.Get($"/v1/history/{registration}/state?effectiveAt={instant}&recordedAt={instant}"))["status"].GetString().ShouldBe("Rejected");
        (await world.Auditor.Get($"/v1/history/{registration}/state?recordedAt={first["recordedAt"].GetString()}"))["status"].GetString().ShouldBe("UnderReview");

        var explained = (await seller.Caller.Get($"/v1/history/{registration}/explanation")).ShouldBe(HttpStatusCode.OK);
        (explained["rule"].GetString(), explained["policy"].GetString()).ShouldBe(("RREC-09", "registration/1"));
        explained["lines"].EnumerateArray().Select(line => line.GetString()!).ShouldContain("Why, in their words: \"Blurred images\".");
    }

    [Fact, Rule("BEY-03")]
    public async Task Every_kind_of_thing_is_read_and_nobody_elses()
    {
        var (seller, other) = (await world.Merchant(), await world.Merchant());
        var campaign = await world.Campaign();
        var registration = await World.Registration(seller, campaign);
        var quota = (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["quota"].GetString();
        foreach (var (id, status) in ((string, string)[])[(registration, "UnderReview"), (seller.Party, "Linked"), (seller.Account, "TiedToMerchant"), (quota!, "SlotsLeft"), (await World.Planned(seller), "Active")])
        {
            (await seller.Caller.Get($"/v1/history/{id}/state")).ShouldBe(HttpStatusCode.OK)["status"].GetString().ShouldBe(status);
            (await world.Auditor.Get($"/v1/history/{id}/explanation")).ShouldBe(HttpStatusCode.OK);
            (await other.Caller.Get($"/v1/history/{id}/state")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/history/{id}/explanation?version=1")).ShouldBeProblem(404, "not-found");
        }
        (await world.Auditor.Get($"/v1/history/{campaign}/state")).ShouldBe(HttpStatusCode.OK)["status"].GetString().ShouldBe("Ongoing");
        (await seller.Caller.Get($"/v1/history/{campaign}/state")).ShouldBeProblem(404, "campaign.not-visible");
        (await world.Nobody.Get($"/v1/history/{registration}/state")).ShouldBeProblem(401, "sign-in.required");
    }

    [Fact, Rule("BEY-03"), Rule("BEY-04"), Rule("BEY-12")]
    public async Task A_plan_is_read_as_of_any_version_and_says_what_became_of_it()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{plan}/products", World.Products("P9"))).ShouldBe(HttpStatusCode.OK);
        var next = (await seller.Caller.Post($"/v1/plans/{plan}/reschedule", new { schedule = new { date = World.Date(9), time = "20:00", minutes = 90 } })).ShouldBe(HttpStatusCode.Created).Id;
        string[] Products(Answer at) => [.. at["state"].GetProperty("live").GetProperty("products").EnumerateArray().Select(id => id.GetString()!)];
        Products((await seller.Caller.Get($"/v1/history/{plan}/state?version=2")).ShouldBe(HttpStatusCode.OK)).ShouldBe(["P1", "P2"]);
        Products((await world.Auditor.Get($"/v1/history/{plan}/state?version=3")).ShouldBe(HttpStatusCode.OK)).ShouldBe(["P9"]);
        var last = (await seller.Caller.Get($"/v1/history/{plan}/explanation")).ShouldBe(HttpStatusCode.OK);
        (last["status"].GetString(), last["rule"].GetString(), last["policy"].GetString()).ShouldBe(("Deleted", "PLAN-12", "plans/1"));
        last["lines"][0].GetString()!.ShouldContain($"deleted, because it was rescheduled as {next}");
        var refused = (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{plan}/products", World.Products("P1"))).ShouldBeProblem(422, "plan.not-active");
        (await seller.Caller.Get($"/v1/receipts/{refused["receipt"].GetString()}")).ShouldBe(HttpStatusCode.OK)["outcome"].GetString().ShouldBe("Refused");
    }

    [Theory, Rule("BEY-03")]
    [InlineData("version=0", 400, "request.malformed")]
    [InlineData("version=-1", 400, "request.malformed")]
    [InlineData("version=one", 400, "request.malformed")]
    [InlineData("version=1&version=1", 400, "request.malformed")]
    [InlineData("version=99999999999999999999", 400, "request.malformed")]
    [InlineData("version=9", 404, "history.version-unknown")]
    [InlineData("version=1&effectiveAt=2026-01-01T00:00:00Z", 400, "history.two-places")]
    [InlineData("effectiveAt=2026-01-01", 400, "request.malformed")]
    [InlineData("effectiveAt=2026-01-01T00:00:00%2B08:00", 400, "request.malformed")]
    [InlineData("recordedAt=", 400, "request.malformed")]
    [InlineData("effectiveAt=2001-01-01T00:00:00Z", 404, "history.before-first")]
    [InlineData("recordedAt=2001-01-01T00:00:00Z", 404, "history.before-first")]
    public async Task What_names_no_place_in_its_history_is_refused(string query, int status, string code)
    {
        var merchant = await world.Merchant(linked: false);
        (await world.Auditor.Get($"/v1/history/{merchant.Party}/state?{query}")).ShouldBeProblem(status, code);
        (await world.Auditor.Get($"/v1/history/{merchant.Party}/explanation?{query}")).ShouldBeProblem(status, code);
    }

    [Theory]
    [InlineData("reg", "not-found")]
    [InlineData("cmp", "campaign.not-visible")]
    [InlineData("quo", "not-found")]
    [InlineData("pln", "not-found")]
    public async Task An_id_under_another_kinds_prefix_names_nothing(string prefix, string code)
    {
        var seller = await world.Merchant();
        TypeId.TryParse<MerchantId>(seller.Party, out var merchant).ShouldBeTrue();
        foreach (var caller in new[] { world.Auditor, seller.Caller })
            (await caller.Get($"/v1/history/{TypeId.Format(prefix, merchant.Value)}/state")).ShouldBeProblem(404, code);
        (await world.Auditor.Get($"/v1/history/{merchant.Value}/state")).ShouldBeProblem(404, "not-found");
        (await world.Auditor.Get($"/v1/registrations/{TypeId.Format(RegistrationId.Prefix, merchant.Value)}")).ShouldBeProblem(404, "not-found");
    }
}
