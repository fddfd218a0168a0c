using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>Asking twice, asking with a used key, asking about a version that has passed.</summary>
public sealed class KeyAndVersionTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    public async Task The_same_request_with_the_same_key_gets_the_first_answer()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var form = World.Form(notes: "Again");
        var path = $"/v1/campaigns/{campaign}/registrations";
        var first = (await seller.Caller.Post(path, form, "same")).ShouldBe(HttpStatusCode.Created);
        var before = await host.Recorded();
        var again = (await seller.Caller.Post(path, form, "same")).ShouldBe(HttpStatusCode.Created);
        again.Body.ToString().ShouldBe(first.Body.ToString());
        again.Headers.Location.ShouldBe(first.Headers.Location);
        (await host.Recorded()).ShouldBe(before);

        (await seller.Caller.Post(path, World.Form(notes: "Other"), "same")).ShouldBeProblem(422, "idempotency.key-reused");
        (await seller.Caller.Post($"/v1/registrations/{first.Id}/cancel", new { confirmed = true }, "same")).ShouldBeProblem(422, "idempotency.key-reused");
        (await host.Recorded()).ShouldBe(before);

        var other = await world.Merchant();
        (await other.Caller.Post(path, World.Form(), "same")).ShouldBe(HttpStatusCode.Created).Id.ShouldNotBe(first.Id);
        (await other.Caller.Get($"/v1/receipts/{first["receipt"].GetString()}")).ShouldBeProblem(404, "not-found");
        (await seller.Caller.Get($"/v1/receipts/{first["receipt"].GetString()}")).ShouldBe(HttpStatusCode.OK)["outcome"].GetString().ShouldBe("Recorded");
    }

    [Fact]
    public async Task A_refusal_is_recorded_once_and_answered_alike()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var path = $"/v1/campaigns/{campaign}/registrations";
        var form = World.Form(start: 100, hours: 0.5, category: "weapons");
        var (facts, receipts) = await host.Recorded();
        var refused = (await seller.Caller.Post(path, form, "refused")).ShouldBeProblem(422, "registration.period.outside-campaign");
        refused["errors"].EnumerateArray().Select(error => error.GetProperty("code").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(["registration.category.unknown", "registration.period.outside-campaign", "registration.period.too-short"]);
        refused["errors"].EnumerateArray().ShouldAllBe(error => error.GetProperty("rule").GetString() != "" && error.GetProperty("field").GetString() != "");
        (refused["used"].GetInt32(), refused["remaining"].GetInt32()).ShouldBe((0, 100));
        var again = (await seller.Caller.Post(path, form, "refused")).ShouldBeProblem(422, "registration.period.outside-campaign");
        again["errors"].ToString().ShouldBe(refused["errors"].ToString());
        (await host.Recorded()).ShouldBe((facts + 1, receipts + 1));
        (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots")).ShouldBe(HttpStatusCode.OK)["refusedAttempts"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_passed_version_is_refused_and_a_receipt_goes_before_it()
    {
        var seller = await world.Merchant();
        var registration = await World.Registration(seller, await world.Campaign());
        (await world.Reviewer.Post($"/v1/registrations/{registration}/level", new { level = "A" }, "assess", 1)).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(2);
        var before = await host.Recorded();
        var stale = (await world.Reviewer.Post($"/v1/registrations/{registration}/approve", null, "approve", 1)).ShouldBeProblem(412, "precondition.stale");
        (await host.Recorded()).ShouldBe(before, stale.Body.ToString());
        (await world.Reviewer.Post($"/v1/registrations/{registration}/level", new { level = "A" }, "assess", 1)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        var record = await world.Reviewer.Get($"/v1/registrations/{registration}");
        record.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await world.Reviewer.Post($"/v1/registrations/{registration}/approve", null, "approve", 2)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("REG-03")]
    public async Task The_same_key_many_times_at_once_is_decided_once()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var form = World.Form();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", form, "race")));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Code == "idempotency.still-running");
        answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.Id).Distinct().Count().ShouldBe(1);
        (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["used"].GetInt32().ShouldBe(1);
    }
}
