using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>What the platform does with a registration: assess, contact, modify.</summary>
public sealed class PlatformActionTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("RREC-17"), Rule("C30"), Rule("C31")]
    public async Task A_level_is_assessed_at_a_version_and_warns_of_a_short_period()
    {
        var registration = await Registered(hours: 1.5, levels: ["A"]);
        var answer = (await world.Reviewer.Post($"{registration}/level", new { level = "S" }, ifMatch: 1)).ShouldBe(HttpStatusCode.OK);
        var warning = answer["warnings"].EnumerateArray().ShouldHaveSingleItem();
        (warning.GetProperty("code").GetString(), warning.GetProperty("details").GetProperty("required_minutes").GetString()).ShouldBe(("registration.period.too-short", "120"));
        (await world.Reviewer.Get(registration))["assessedLevel"].GetString().ShouldBe("S");
        (await world.Reviewer.Get($"/v1/receipts/{answer["receipt"].GetString()}"))["warnings"].GetArrayLength().ShouldBe(1);

        (await world.Reviewer.Post($"{registration}/level", new { level = "A" }, ifMatch: 1)).ShouldBeProblem(412, "precondition.stale");
        (await world.Reviewer.Post($"{registration}/level", new { level = "Z" })).ShouldBeProblem(422, "registration.level.unknown");
        (await world.Reviewer.Post($"{registration}/level", new { level = "S" })).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await world.Reviewer.Post($"{registration}/level", new { level = "A" }, ifMatch: 2)).ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("warnings", out _).ShouldBeFalse();
    }

    [Fact]
    [Rule("REG-12"), Rule("C33")]
    public async Task One_contact_permits_one_modification_and_the_actions_say_so()
    {
        var registration = await Registered();
        (await Verdict(registration)).ShouldBe((false, "registration.contact-required"));
        (await world.Reviewer.Post($"{registration}/contacts", new { note = "Agreed by phone" }, ifMatch: 1)).ShouldBe(HttpStatusCode.OK);
        (await Verdict(registration)).ShouldBe((true, null));
        (await world.Reviewer.Post($"{registration}/live-period", Period(6, 3), ifMatch: 2)).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(3);
        (await Verdict(registration)).ShouldBe((false, "registration.contact-required"));
        (await world.Reviewer.Post($"{registration}/live-period", Period(7, 3))).ShouldBeProblem(422, "registration.contact-required");
    }

    [Fact]
    [Rule("C32")]
    public async Task Place_and_length_are_overridden_with_a_reason_that_is_recorded()
    {
        var registration = await Registered();
        await world.Reviewer.Post($"{registration}/contacts", new { note = "Agreed by phone" });
        (await world.Reviewer.Post($"{registration}/live-period", Period(6, 1))).ShouldBeProblem(422, "registration.period.too-short")["field"].GetString().ShouldBe("livePeriod");
        (await world.Reviewer.Post($"{registration}/live-period", Period(60, 3))).ShouldBeProblem(422, "registration.period.outside-campaign");
        (await world.Reviewer.Post($"{registration}/live-period", Period(6, 1, "The studio is booked"))).ShouldBe(HttpStatusCode.OK);
        var last = (await world.Auditor.Get($"{registration}/history"))["events"].EnumerateArray().Last();
        last.GetProperty("body").GetProperty("overrideReason").GetString().ShouldBe("The studio is booked");
        last.GetProperty("sentence").GetString().ShouldNotBeNull().ShouldContain("overriding a rule: \"The studio is booked\"");
    }

    [Fact]
    [Rule("RREC-16"), Rule("RREC-17")]
    public async Task Grouped_products_are_viewed_by_those_who_see_the_registration()
    {
        var seller = await world.Merchant();
        var id = await World.Registration(seller, await world.Campaign());
        var products = $"/v1/registrations/{id}/products";
        (await seller.Caller.Get(products)).ShouldBeProblem(422, "registration.products.not-grouped")["rule"].GetString().ShouldBe("RREC-16");
        (await seller.Caller.Get($"/v1/registrations/{id}"))["actions"].GetProperty("viewProducts").GetProperty("allowed").GetBoolean().ShouldBeFalse();

        var group = new { products = new[] { Product("1729384756"), Product("1729384757", "150000", "VND") } };
        (await world.Reviewer.Write(HttpMethod.Put, products, group, ifMatch: 1)).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(2);
        (await world.Reviewer.Write(HttpMethod.Put, products, group)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        foreach (var reader in new[] { seller.Caller, world.Reviewer, world.Auditor })
        {
            (await reader.Get($"/v1/registrations/{id}"))["actions"].GetProperty("viewProducts").GetProperty("allowed").GetBoolean().ShouldBeTrue();
            var first = (await reader.Get(products)).ShouldBe(HttpStatusCode.OK)["products"][0];
            (first.GetProperty("name").GetString(), first.GetProperty("shopName").GetString(), first.GetProperty("productId").GetString()).ShouldBe(("Batik shawl", "Batik Laras", "1729384756"));
            first.GetProperty("campaignSalePrice").ToString().ShouldBe("""{"amount":"12.90","currency":"MYR"}""");
        }
        (await (await world.Merchant()).Caller.Get(products)).ShouldBeProblem(404, "not-found");
        (await seller.Caller.Write(HttpMethod.Put, products, group)).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Reviewer.Write(HttpMethod.Put, products, new { products = new[] { Product("1", "free", "MYR"), Product("1", "1.5", "JPY") } })).ShouldBeProblem(422, "registration.product.price")["errors"]
            .EnumerateArray().Select(error => error.GetProperty("field").GetString()).ShouldBe(["products[0].campaignSalePrice", "products[1].productId", "products[1].campaignSalePrice"]);
        (await world.Reviewer.Write(HttpMethod.Put, products, new { products = Enumerable.Range(0, 151).Select(number => Product($"{number}")) })).ShouldBeProblem(422, "registration.products.out-of-range");
        (await world.Reviewer.Write(HttpMethod.Put, products, new { products = new object?[] { null } })).ShouldBeProblem(400, "request.malformed");
        (await world.Reviewer.Write(HttpMethod.Put, products, new { products = new[] { Product("1") }.Append(Product("2") with { ShopName = " " }) })).ShouldBeProblem(400, "request.malformed")["field"]
            .GetString().ShouldBe("products[1].shopName");
        (await seller.Caller.Get(products))["products"].GetArrayLength().ShouldBe(2);
    }

    sealed record Sold(string MainImage, string Name, string ProductId, string ShopName, object CampaignSalePrice);

    static Sold Product(string id, string amount = "12.90", string currency = "MYR") => new("https://cdn.example.com/shawl.jpg", "Batik shawl", id, "Batik Laras", new { amount, currency });

    async Task<string> Registered(double hours = 3, string[]? levels = null)
    {
        var seller = await world.Merchant();
        var form = new
        {
            willingnessLevels = levels ?? ["S", "A"], livePeriod = new { start = World.Time(2), end = World.Time(2 + hours) }, mainCategory = "health", entry = "TikTokAppLink",
            platformMerchandiseSupport = true,
        };
        return $"/v1/registrations/{(await seller.Caller.Post($"/v1/campaigns/{await world.Campaign()}/registrations", form)).ShouldBe(HttpStatusCode.Created).Id}";
    }

    async Task<(bool, string?)> Verdict(string registration)
    {
        var modify = (await world.Reviewer.Get(registration))["actions"].GetProperty("modify");
        return (modify.GetProperty("allowed").GetBoolean(), modify.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    static object Period(double start, double hours, string? overrideReason = null) => new { livePeriod = new { start = World.Time(start), end = World.Time(start + hours) }, overrideReason };
}
