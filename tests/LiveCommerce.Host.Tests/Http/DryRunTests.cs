using System.Net;
using System.Text.RegularExpressions;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>A dry run decides like the write itself and leaves nothing behind: seen by counting every table and sequence.</summary>
public sealed partial class DryRunTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("BEY-01")]
    public async Task Every_write_can_be_tried_first_without_a_key_and_leaves_nothing()
    {
        var untried = WriteRoute.Of(host).Select(route => route.ToString()).ToHashSet();
        await foreach (var (caller, method, path, body) in Script())
        {
            var before = await host.Rows();
            var tried = (await caller.Write(method, $"{path}?dryRun=true", body, key: "")).ShouldBe(HttpStatusCode.OK);
            (tried["wouldRecord"].GetBoolean(), tried["recorded"].GetBoolean(), tried.Headers.ETag, tried.Headers.Location).ShouldBe((true, false, null, null), path);
            tried.Body.TryGetProperty("receipt", out _).ShouldBeFalse();
            tried.Body.TryGetProperty("token", out _).ShouldBeFalse();
            (await host.Rows()).ShouldBe(before, path);
            untried.Remove(untried.FirstOrDefault(route => Matches(route, $"{method} {path}"), ""));
        }
        untried.ShouldBe(["PUT /v1/plans/{plan}/details"], "each write route has a step in the script, but for the one that only refuses");
    }

    [Fact]
    [Rule("BEY-01")]
    public async Task No_dry_run_of_nonsense_leaves_anything()
    {
        var before = await host.Rows();
        foreach (var route in WriteRoute.Of(host))
        {
            ((int)(await route.Caller(host).WriteRaw(route.Method, $"{route.Path()}?dryRun=true", "{}", key: "")).Status).ShouldBeInRange(400, 422);
            (await route.Caller(host).WriteRaw(route.Method, $"{route.Path()}?dryRun=maybe", "{}")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("dryRun");
        }
        (await host.Rows()).ShouldBe(before);
    }

    [Fact]
    [Rule("BEY-01"), Rule("REG-11"), Rule("REG-03")]
    public async Task A_form_is_tried_until_it_is_right_and_then_discarded_without_a_trace()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var path = $"/v1/campaigns/{campaign}/registrations?dryRun=true";
        var before = await host.Rows();
        var refused = (await seller.Caller.Post(path, World.Form(start: 100, hours: 0.5, category: "weapons"), "")).ShouldBeProblem(422, "registration.period.outside-campaign");
        refused["errors"].EnumerateArray().Select(error => (error.GetProperty("code").GetString(), error.GetProperty("field").GetString(), error.GetProperty("rule").GetString())).ShouldBe(
        [
            ("registration.period.outside-campaign", "livePeriod", "REG-06"), ("registration.period.too-short", "livePeriod", "REG-07"), ("registration.category.unknown", "mainCategory", "REG-08"),
        ]);
        refused["errors"].EnumerateArray().ShouldAllBe(error => error.GetProperty("message").GetString() != "" && error.GetProperty("fix").GetString() != "");
        refused.Body.TryGetProperty("receipt", out _).ShouldBeFalse();
        for (var again = 0; again < 3; again++)
        {
            var tried = (await seller.Caller.Post(path, World.Form(notes: "Two hosts"), "")).ShouldBe(HttpStatusCode.OK);
            (tried["slot"].GetInt32(), tried["used"].GetInt32(), tried["remaining"].GetInt32()).ShouldBe((1, 1, 99));
            tried.Body.TryGetProperty("id", out _).ShouldBeFalse();
        }
        (await host.Rows()).ShouldBe(before);
        (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["used"].GetInt32().ShouldBe(0);
    }

    [Fact]
    [Rule("BEY-01")]
    public async Task A_dry_run_keeps_to_version_role_and_what_is_already_so()
    {
        var seller = await world.Merchant();
        var registration = $"/v1/registrations/{await World.Registration(seller, await world.Campaign())}";
        (await seller.Caller.Post($"{registration}/approve?dryRun=true")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Reviewer.Post($"{registration}/approve?dryRun=true", ifMatch: 7)).ShouldBeProblem(412, "precondition.stale");
        (await world.Reviewer.Post($"{registration}/approve?dryRun=true", ifMatch: 1)).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(1);
        (await world.Reviewer.Post($"{registration}/approve?dryRun=false", key: "real")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await world.Reviewer.Post($"{registration}/approve?dryRun=true", key: "real")).ShouldBe(HttpStatusCode.OK)["wouldRecord"].GetBoolean().ShouldBeFalse();
    }

    /// <summary>Something for every write route, each possible at its place; only what later steps need is done.</summary>
    async IAsyncEnumerable<(Caller Caller, HttpMethod Method, string Path, object? Body)> Script()
    {
        yield return (world.Admin, HttpMethod.Post, "/v1/merchants", new { shopName = "Batik Laras", timeZone = "Asia/Jakarta" });
        yield return (world.Admin, HttpMethod.Post, "/v1/accounts", new { type = "Official", handle = "@batik", uid = "7001" });
        var newcomer = await world.Merchant(linked: false);
        yield return (world.Admin, HttpMethod.Post, $"/v1/merchants/{newcomer.Party}/official-account", new { account = newcomer.Account });
        yield return (world.Admin, HttpMethod.Post, $"/v1/merchants/{newcomer.Party}/violations", new { reason = "Late shipping" });
        var violation = (await world.Admin.Post($"/v1/merchants/{newcomer.Party}/violations", new { reason = "Late shipping" })).Id;
        yield return (world.Admin, HttpMethod.Post, $"/v1/merchants/{newcomer.Party}/violations/{violation}/resolve", null);
        var seller = await world.Merchant();
        yield return (world.Admin, HttpMethod.Delete, $"/v1/merchants/{seller.Party}/official-account/{seller.Account}", null);

        yield return (world.Admin, HttpMethod.Post, "/v1/campaigns", World.Terms());
        var draft = (await world.Admin.Post("/v1/campaigns", World.Terms())).Id;
        yield return (world.Admin, HttpMethod.Put, $"/v1/campaigns/{draft}", World.Terms("Other name"));
        yield return (world.Admin, HttpMethod.Post, $"/v1/campaigns/{draft}/publish", null);
        var campaign = await world.Campaign();
        yield return (world.Admin, HttpMethod.Post, $"/v1/campaigns/{campaign}/extend", new { periodEnd = World.Time(72) });
        yield return (world.Admin, HttpMethod.Post, $"/v1/campaigns/{campaign}/end", new { reason = "Storm" });
        var hidden = await world.Campaign("Private");
        yield return (world.Admin, HttpMethod.Post, $"/v1/campaigns/{hidden}/invitations", new { });
        var invitation = (await world.Admin.Post($"/v1/campaigns/{hidden}/invitations", new { })).Id;
        yield return (world.Admin, HttpMethod.Post, $"/v1/campaigns/{hidden}/invitations/{invitation}/revoke", null);

        yield return (seller.Caller, HttpMethod.Put, "/v1/products/p-1", new { status = "OnSale", stock = 5, price = new { amount = "12.90", currency = "MYR" } });
        yield return (seller.Caller, HttpMethod.Put, "/v1/promotion-tools/t-1", new { kind = "Voucher", status = "Active", products = new[] { "p-1" } });
        yield return (world.Admin, HttpMethod.Put, "/v1/market/reference", new { rushHours = new[] { new { from = "17:00", to = "19:00" } }, competitors = Array.Empty<object>() });

        yield return (seller.Caller, HttpMethod.Post, $"/v1/campaigns/{campaign}/registrations", World.Form(notes: "Two hosts"));
        var registration = $"/v1/registrations/{await World.Registration(seller, campaign)}";
        yield return (seller.Caller, HttpMethod.Post, $"{registration}/duplicates", new { livePeriods = new[] { new { start = World.Time(6), end = World.Time(9) } } });
        yield return (seller.Caller, HttpMethod.Post, $"{registration}/cancel", new { confirmed = true });
        yield return (world.Reviewer, HttpMethod.Post, $"{registration}/approve", null);
        yield return (world.Reviewer, HttpMethod.Post, $"{registration}/reject", new { reason = "Blurred logo" });
        yield return (world.Reviewer, HttpMethod.Post, $"{registration}/remove", new { reason = "Rules broken" });
        yield return (world.Reviewer, HttpMethod.Post, $"{registration}/level", new { level = "A" });
        yield return (world.Reviewer, HttpMethod.Post, $"{registration}/contacts", new { note = "Agreed by phone" });
        await world.Reviewer.Post($"{registration}/contacts", new { note = "Agreed by phone" });
        yield return (world.Reviewer, HttpMethod.Post, $"{registration}/live-period", new { livePeriod = new { start = World.Time(6), end = World.Time(9) } });
        yield return (world.Reviewer, HttpMethod.Put, $"{registration}/products",
            new { products = new[] { new { mainImage = new string('a', 64), name = "Shawl", productId = "1", shopName = "Batik Laras", campaignSalePrice = new Money("12.90", "MYR") } } });
        foreach (var room in (IAsyncEnumerable<(Caller Caller, HttpMethod Method, string Path, object? Body)>[])[
            PlanScript(),
            SessionScript(),
            TeaserScript(),
        ])
            await foreach (var step in room) yield return step;
    }

    static bool Matches(string route, string asked) => Regex.IsMatch(asked, $"^{Regex.Replace(route, "{[a-z]+}", "([a-z]{3}_[0-9a-z]{26}|[pt]-1)")}$");
}
