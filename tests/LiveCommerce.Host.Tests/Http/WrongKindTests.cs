using System.Net;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>An id of one kind of thing, written as one of another kind, is the id of nothing: at every door, before and after the door looked at the thing itself.</summary>
public sealed class WrongKindTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly string[] Kinds = ["mer", "acc", "cmp", "reg", "img", "quo", "pln", "prd", "ptl", "cat", "mkt"];
    readonly World world = new(host);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_404_on_every_route_and_nothing_is_recorded(bool warm)
    {
        var (things, seller) = await Things();
        if (warm) await Look(things);
        var before = await host.Recorded();
        foreach (var (kind, id) in things)
            foreach (var other in Kinds.Where(other => other != kind))
            {
                var wrong = As(other, id);
                foreach (var path in Reads(other, wrong)) (await world.Auditor.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, $"{path}, a {kind}");
                foreach (var (method, path, body) in Writes(other, wrong))
                    (await world.Admin.Write(method, path, body)).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}, a {kind}");
                if (other == "cmp") (await seller.Caller.Post($"/v1/campaigns/{wrong}/registrations", World.Form())).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
                if (other == "reg") (await seller.Caller.Post($"/v1/registrations/{wrong}/cancel", new { confirmed = true })).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
            }
        (await host.Recorded()).ShouldBe(before);
        await Look(things); // and nothing of it is remembered
    }

    [Fact]
    public async Task Named_in_a_body_or_a_query_it_is_refused_as_unknown()
    {
        var (things, seller) = await Things();
        var campaign = things.Single(thing => thing.Kind == "cmp").Id;
        foreach (var (_, id) in things)
        {
            var account = As("acc", id);
            if (account != seller.Account)
            {
                (await seller.Caller.Get($"/v1/campaigns/{campaign}/eligibility?account={account}")).ShouldBe(HttpStatusCode.OK)["isEligible"].GetBoolean().ShouldBeFalse();
                (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", WithAccount(account))).ShouldBe(HttpStatusCode.UnprocessableEntity);
                ((int)(await world.Admin.Post($"/v1/merchants/{seller.Party}/official-account", new { account })).Status).ShouldBeInRange(400, 499);
            }
            if (As("mer", id) is var party && party != seller.Party)
            {
                var onBehalf = new { party, channel = "SellerCenter", account = seller.Account };
                (await world.Reviewer.Post($"/v1/campaigns/{campaign}/registrations", World.Form(onBehalfOf: onBehalf))).ShouldBe(HttpStatusCode.UnprocessableEntity);
                ((int)(await world.Admin.Post("/v1/accounts", new { type = "Marketing", handle = "@x", uid = "1", merchant = party })).Status).ShouldBeInRange(400, 499);
            }
            var from = As("reg", id);
            if (from != things.Single(thing => thing.Kind == "reg").Id)
                ((int)(await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", WithOriginal(from))).Status).ShouldBeInRange(400, 499);
        }
        await Look(things);
    }

    static object WithAccount(string account) => new
    {
        willingnessLevels = new[] { "A" }, livePeriod = new { start = World.Time(2), end = World.Time(5) }, mainCategory = "health", account,
    };

    static object WithOriginal(string duplicatedFrom) => new
    {
        willingnessLevels = new[] { "A" }, livePeriod = new { start = World.Time(2), end = World.Time(5) }, mainCategory = "health", duplicatedFrom,
    };

    async Task<(List<(string Kind, string Id)> Things, Seller Seller)> Things()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var registration = await World.Registration(seller, campaign);
        var quota = (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["quota"].GetString()!;
        return ([("mer", seller.Party), ("acc", seller.Account), ("cmp", campaign), ("reg", registration), ("quo", quota), ("pln", await World.Planned(seller))], seller);
    }

    /// <summary>Every thing is looked at and written to by its own kind, and answers.</summary>
    async Task Look(List<(string Kind, string Id)> things)
    {
        foreach (var (_, id) in things) (await world.Auditor.Get($"/v1/history/{id}/state")).ShouldBe(HttpStatusCode.OK);
        (await world.Reviewer.Post($"/v1/registrations/{Of("reg")}/contacts", new { note = "Called" })).ShouldBe(HttpStatusCode.OK);
        (await world.Admin.Post($"/v1/campaigns/{Of("cmp")}/publish")).ShouldBe(HttpStatusCode.OK);
        (await world.Admin.Post($"/v1/merchants/{Of("mer")}/official-account", new { account = Of("acc") })).ShouldBe(HttpStatusCode.OK);
        string Of(string kind) => things.Single(thing => thing.Kind == kind).Id;
    }

    static string As(string kind, string id) => $"{kind}_{id[(id.LastIndexOf('_') + 1)..]}";

    static IEnumerable<string> Reads(string kind, string id)
    {
        yield return $"/v1/history/{id}/state";
        yield return $"/v1/history/{id}/explanation";
        foreach (var path in kind switch
        {
            "mer" => [$"/v1/merchants/{id}", $"/v1/merchants/{id}/history"],
            "acc" => [$"/v1/accounts/{id}", $"/v1/accounts/{id}/history"],
            "cmp" => [$"/v1/campaigns/{id}", $"/v1/campaigns/{id}/history", $"/v1/campaigns/{id}/slots?party={Nobody}", $"/v1/campaigns/{id}/registrations"],
            "reg" => [$"/v1/registrations/{id}", $"/v1/registrations/{id}/history", $"/v1/registrations/{id}/products"],
            "quo" => [$"/v1/quotas/{id}/history"],
            "prd" => [$"/v1/products/{id}/history"],
            "ptl" => [$"/v1/promotion-tools/{id}/history"],
            "cat" => [$"/v1/catalogues/{id}/history"],
            "mkt" => [$"/v1/market/{id}/history"],
            "pln" => [$"/v1/plans/{id}", $"/v1/plans/{id}/history"],
            _ => Array.Empty<string>(),
        }) yield return path;
    }

    static string Nobody { get; } = new MerchantId(Guid.CreateVersion7()).ToString();

    static IEnumerable<(HttpMethod, string, object)> Writes(string kind, string id) => kind switch
    {
        "mer" =>
        [
            (HttpMethod.Post, $"/v1/merchants/{id}/violations", new { reason = "x" }),
            (HttpMethod.Post, $"/v1/merchants/{id}/violations/{As("vio", id)}/resolve", new { }),
            (HttpMethod.Delete, $"/v1/merchants/{id}/official-account/{As("acc", id)}", new { }),
            (HttpMethod.Post, $"/v1/merchants/{id}/official-account", new { account = As("acc", id) }),
        ],
        "cmp" =>
        [
            (HttpMethod.Put, $"/v1/campaigns/{id}", World.Terms()),
            (HttpMethod.Post, $"/v1/campaigns/{id}/publish", new { }),
            (HttpMethod.Post, $"/v1/campaigns/{id}/extend", new { periodEnd = World.Time(90) }),
            (HttpMethod.Post, $"/v1/campaigns/{id}/end", new { reason = "x" }),
            (HttpMethod.Post, $"/v1/campaigns/{id}/invitations", new { }),
            (HttpMethod.Post, $"/v1/campaigns/{id}/invitations/{As("inv", id)}/revoke", new { }),
        ],
        "reg" =>
        [
            (HttpMethod.Post, $"/v1/registrations/{id}/approve", new { }),
            (HttpMethod.Post, $"/v1/registrations/{id}/reject", new { reason = "x" }),
            (HttpMethod.Post, $"/v1/registrations/{id}/remove", new { reason = "x" }),
            (HttpMethod.Post, $"/v1/registrations/{id}/level", new { level = "S" }),
            (HttpMethod.Post, $"/v1/registrations/{id}/contacts", new { note = "x" }),
            (HttpMethod.Post, $"/v1/registrations/{id}/live-period", new { livePeriod = new { start = World.Time(2), end = World.Time(9) } }),
            (HttpMethod.Put, $"/v1/registrations/{id}/products", new { products = Array.Empty<object>() }),
            (HttpMethod.Post, $"/v1/registrations/{id}/duplicates", new { livePeriods = Array.Empty<object>() }),
        ],
        "pln" =>
        [
            (HttpMethod.Put, $"/v1/plans/{id}/products", World.Products("P3")),
            (HttpMethod.Put, $"/v1/plans/{id}/promotion-tools", World.Tools()),
            (HttpMethod.Put, $"/v1/plans/{id}/details", new { title = "x" }),
            (HttpMethod.Put, $"/v1/plans/{id}/technical-check", new { uploadKbps = 1, hasSecondDevice = true }),
            (HttpMethod.Put, $"/v1/plans/{id}/sales-estimate", new { estimates = Array.Empty<object>() }),
            (HttpMethod.Put, $"/v1/plans/{id}/run-sheet", new { segments = Array.Empty<object>() }),
            (HttpMethod.Put, $"/v1/plans/{id}/reference-cards", new { productId = "P1", points = new[] { "x" } }),
            (HttpMethod.Post, $"/v1/plans/{id}/reschedule", new { schedule = new { date = World.Date(3), time = "20:00", minutes = 60 } }),
            (HttpMethod.Delete, $"/v1/plans/{id}", new { }),
        ],
        _ => [],
    };
}
