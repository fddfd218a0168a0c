using System.Net;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Catalogue;

/// <summary>Rush hours and competitors' LIVEs, loaded by operators and read as of any moment (PLAN-08, PLAN-09).</summary>
public sealed class MarketTests(TestHost host) : IClassFixture<TestHost>
{
    const string Path = "/v1/market/reference";
    readonly World world = new(host);

    [Fact, Rule("BEY-13"), Rule("PLAN-08"), Rule("PLAN-09")]
    public async Task It_is_loaded_anew_and_each_load_stays()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        (await world.Admin.Write(HttpMethod.Put, Path, Reference("17:00", "19:00"))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        var first = (await seller.Get(Path)).ShouldBe(HttpStatusCode.OK);
        (await world.Admin.Write(HttpMethod.Put, Path, Reference("17:00", "19:00"))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await world.Admin.Write(HttpMethod.Put, Path, Reference("22:30", "24:00"))).ShouldBe(HttpStatusCode.OK);
        var now = (await seller.Get(Path)).ShouldBe(HttpStatusCode.OK);
        (now["version"].GetInt32(), now["rushHours"][0].ToString(), now["competitors"].GetArrayLength()).ShouldBe((2, """{"from":"22:30","to":"24:00"}""", 1));
        (await seller.Get($"{Path}?recordedAt={first["loadedAt"].GetString()}")).Body.ToString().ShouldBe(first.Body.ToString());
        (await seller.Get($"{Path}?effectiveAt=2001-01-01T00:00:00Z")).ShouldBeProblem(404, "history.before-first");
        (await seller.Get($"/v1/market/{now.Id}/history")).ShouldBe(HttpStatusCode.OK)["events"].GetArrayLength().ShouldBe(2);
        (await seller.Get($"/v1/history/{now.Id}/state")).ShouldBe(HttpStatusCode.OK)["status"].GetString().ShouldBe("Loaded");
        (await seller.Get($"/v1/history/{now.Id}/explanation")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Rule("ROLE-01")]
    public async Task Administrators_alone_load_it()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        var before = await host.Recorded();
        foreach (var caller in new[] { seller, world.Reviewer, world.Auditor }) (await caller.Write(HttpMethod.Put, Path, Reference("17:00", "19:00"))).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Nobody.Write(HttpMethod.Put, Path, Reference("17:00", "19:00"))).ShouldBeProblem(401, "sign-in.required");
        (await world.Nobody.Get(Path)).ShouldBeProblem(401, "sign-in.required");
        (await host.Recorded()).ShouldBe(before);
    }

    [Theory, Rule("PLAN-08"), Rule("PLAN-09")]
    [InlineData("19:00", "17:00", "rival", 1, 422, "market.rush-hours")]
    [InlineData("17:00", "24:01", "rival", 1, 400, "request.malformed")]
    [InlineData("5pm", "19:00", "rival", 1, 400, "request.malformed")]
    [InlineData("17:00", "19:00", "a rival", 1, 422, "market.competitor-key")]
    [InlineData("17:00", "19:00", "rival", 0, 422, "market.competitor-range")]
    public async Task What_is_no_time_or_no_key_is_refused(string from, string to, string key, int hours, int status, string code)
    {
        var before = (await host.Recorded()).Facts;
        (await world.Admin.Write(HttpMethod.Put, Path, Reference(from, to, key, hours))).ShouldBeProblem(status, code);
        (await host.Recorded()).Facts.ShouldBe(before + (status == 422 ? 1 : 0)); // the refusal itself
    }

    static object Reference(string from, string to, string key = "rival", int hours = 1) =>
        new { rushHours = new[] { new { from, to } }, competitors = new[] { new { key, start = "2026-11-28T12:00:00Z", end = $"2026-11-28T{12 + hours}:00:00Z" } } };
}
