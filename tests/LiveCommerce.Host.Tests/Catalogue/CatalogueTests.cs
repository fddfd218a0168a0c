using System.Net;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Catalogue;

/// <summary>A shop's products and promotion tools, recorded one by one as they were seen (PLAN-04, PLAN-05).</summary>
public sealed class CatalogueTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly string[] bound = ["p-1", "p-2"];
    readonly World world = new(host);

    [Fact, Rule("PLAN-04")]
    public async Task A_product_is_recorded_when_it_changed_and_read_as_of_any_moment()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        var first = (await See(seller, "p-1", 50, "12.9")).ShouldBe(HttpStatusCode.OK);
        (first["recorded"].GetBoolean(), first["version"].GetInt32()).ShouldBe((true, 1));
        (await See(seller, "p-1", 50, "12.90")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await See(seller, "p-1", 0, "12.90")).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(2);
        var now = (await seller.Get("/v1/products/p-1")).ShouldBe(HttpStatusCode.OK);
        (now.Id, now["stock"].GetInt32(), now["price"].GetProperty("amount").GetString(), now.Headers.ETag?.Tag).ShouldBe((first.Id, 0, "12.90", "\"2\""));
        now["versions"].EnumerateArray().Select(look => look.GetProperty("stock").GetInt32()).ShouldBe([50, 0]);
        foreach (var axis in new[] { "effectiveAt", "recordedAt" })
        {
            var at = now["versions"][0].GetProperty(axis == "effectiveAt" ? "seenAt" : "recordedAt").GetString();
            var then = (await seller.Get($"/v1/products/p-1?{axis}={at}")).ShouldBe(HttpStatusCode.OK);
            (then["stock"].GetInt32(), then["versions"].GetArrayLength()).ShouldBe((50, 1));
            (await seller.Get($"/v1/products/p-1?{axis}=2001-01-01T00:00:00Z")).ShouldBeProblem(404, "history.before-first");
        }
        (await seller.Get($"/v1/products/{first.Id}/history")).ShouldBe(HttpStatusCode.OK)["events"].GetArrayLength().ShouldBe(2);
        (await seller.Get($"/v1/history/{first.Id}/state"))["status"].GetString().ShouldBe("OutOfStock");
        (await seller.Get($"/v1/history/{first.Id}/explanation")).ShouldBe(HttpStatusCode.OK)["rule"].GetString().ShouldBe("PLAN-04");
    }

    [Fact, Rule("PLAN-05")]
    public async Task A_promotion_tool_is_recorded_in_the_same_way()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        var first = (await seller.Write(HttpMethod.Put, "/v1/promotion-tools/t-1", new { kind = "FlashSale", status = "Active", products = bound })).ShouldBe(HttpStatusCode.OK);
        (await seller.Write(HttpMethod.Put, "/v1/promotion-tools/t-1", new { kind = "FlashSale", status = "Ended", products = Array.Empty<string>() })).ShouldBe(HttpStatusCode.OK);
        var now = (await seller.Get("/v1/promotion-tools/t-1")).ShouldBe(HttpStatusCode.OK);
        now["versions"].EnumerateArray().Select(look => $"{look.GetProperty("status")} {look.GetProperty("products").GetArrayLength()}").ShouldBe(["Active 2", "Ended 0"]);
        (await seller.Get("/v1/promotion-tools")).ShouldBe(HttpStatusCode.OK)["items"][0].GetProperty("products").GetArrayLength().ShouldBe(0);
        (await seller.Get($"/v1/promotion-tools/{first.Id}/history")).ShouldBe(HttpStatusCode.OK)["isUnbroken"].GetBoolean().ShouldBeTrue();
    }

    [Fact, Rule("PLAN-04"), Rule("ROLE-01")]
    public async Task Each_shop_has_its_own_and_nobody_else_sees_it()
    {
        var (one, other) = (await world.Merchant(linked: false), await world.Merchant(linked: false));
        (await See(one.Caller, "p-1", 5)).ShouldBe(HttpStatusCode.OK);
        (await See(other.Caller, "p-1", 7)).ShouldBe(HttpStatusCode.OK);
        (await one.Caller.Get("/v1/products/p-1"))["stock"].GetInt32().ShouldBe(5);
        (await world.Admin.Write(HttpMethod.Put, "/v1/products/p-1", Look(9, merchant: one.Party))).ShouldBe(HttpStatusCode.OK);
        foreach (var reader in new[] { world.Reviewer, world.Auditor, one.Caller })
            (await reader.Get($"/v1/products/p-1?merchant={one.Party}")).ShouldBe(HttpStatusCode.OK)["stock"].GetInt32().ShouldBe(9);

        var creator = (await world.Creator()).Caller;
        var before = await host.Recorded();
        var id = (await one.Caller.Get("/v1/products/p-1")).Id;
        (await other.Caller.Get($"/v1/products/p-1?merchant={one.Party}")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/products?merchant={one.Party}")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/products/{id}/history")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Write(HttpMethod.Put, "/v1/products/p-1", Look(1, merchant: one.Party))).ShouldBeProblem(404, "not-found");
        (await world.Reviewer.Write(HttpMethod.Put, "/v1/products/p-1", Look(1, merchant: one.Party))).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await creator.Get($"/v1/products?merchant={one.Party}")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Admin.Write(HttpMethod.Put, "/v1/products/p-1", Look(1))).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("merchant");
        (await world.Auditor.Get("/v1/products")).ShouldBeProblem(400, "request.malformed");
        (await world.Nobody.Get("/v1/products")).ShouldBeProblem(401, "sign-in.required");
        (await one.Caller.Get("/v1/products/p-9")).ShouldBeProblem(404, "not-found");
        (await host.Recorded()).ShouldBe(before);
    }

    [Theory, Rule("PLAN-04")]
    [InlineData("p-1", """{"status":"OnSale","stock":-1,"price":{"amount":"1.00","currency":"MYR"}}""", 422, "observation.stock")]
    [InlineData("p-1", """{"status":"OnSale","stock":1,"price":{"amount":"1.001","currency":"MYR"}}""", 422, "observation.price")]
    [InlineData("p%201", """{"status":"OnSale","stock":1,"price":{"amount":"1.00","currency":"MYR"}}""", 422, "plan.products.id")]
    [InlineData("p-1", """{"status":"OnSale","stock":1,"price":{"amount":"1.00","currency":"MYR"},"seenAt":"2199-01-01T00:00:00Z"}""", 422, "observation.from-the-future")]
    [InlineData("p-1", """{"status":"Gone","stock":1,"price":{"amount":"1.00","currency":"MYR"}}""", 400, "request.malformed")]
    [InlineData("p-1", """{"status":"OnSale","stock":1.5,"price":{"amount":"1.00","currency":"MYR"}}""", 400, "request.malformed")]
    [InlineData("p-1", """{"status":"OnSale","stock":1}""", 400, "request.malformed")]
    public async Task What_no_catalogue_shows_is_refused(string product, string body, int status, string code)
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        (await seller.WriteRaw(HttpMethod.Put, $"/v1/products/{product}", body)).ShouldBeProblem(status, code);
        (await seller.Get("/v1/products"))["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact, Rule("PLAN-04")]
    public async Task A_later_look_is_never_covered_by_an_earlier_one()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        (await See(seller, "p-1", 5)).ShouldBe(HttpStatusCode.OK);
        (await seller.Write(HttpMethod.Put, "/v1/products/p-1", Look(6, seenAt: World.Time(-1)))).ShouldBeProblem(422, "observation.stale");
        (await seller.Get("/v1/products/p-1"))["stock"].GetInt32().ShouldBe(5);
    }

    [Fact, Rule("PLAN-04")]
    public async Task The_list_is_paged_by_id_and_neither_loses_nor_repeats()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        foreach (var number in Enumerable.Range(1, 7)) (await See(seller, $"p-{number}", number)).ShouldBe(HttpStatusCode.OK);
        var met = new List<string>();
        for (string? cursor = null, path = "/v1/products?limit=3"; path is not null; path = cursor is null ? null : $"/v1/products?limit=3&cursor={cursor}")
        {
            var page = (await seller.Get(path)).ShouldBe(HttpStatusCode.OK);
            met.AddRange(page["items"].EnumerateArray().Select(item => item.GetProperty("productId").GetString()!));
            if (cursor is null) (await See(seller, "p-0", 1)).ShouldBe(HttpStatusCode.OK);
            cursor = page["next"].GetString();
        }
        met.ShouldBe(Enumerable.Range(1, 7).Select(number => $"p-{number}"));
        (await seller.Get("/v1/products?cursor=%00")).ShouldBeProblem(400, "request.malformed");
        (await seller.Get("/v1/products?limit=101")).ShouldBeProblem(400, "request.malformed");
    }

    static Task<Answer> See(Http.Caller seller, string product, int stock, string amount = "12.90") => seller.Write(HttpMethod.Put, $"/v1/products/{product}", Look(stock, amount));

    static object Look(int stock, string amount = "12.90", string? merchant = null, string? seenAt = null) => new { status = "OnSale", stock, price = new { amount, currency = "MYR" }, merchant, seenAt };
}
