using System.Net;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using NodaTime;

namespace LiveCommerce.Tests.Http;

/// <summary>What plans refuse and whom they are hidden from, and what the clock makes of them.</summary>
public sealed class PlanDoorTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    public static TheoryData<string, object, string, string> Refused => new()
    {
        { "a plan in the past", World.Plan(days: -1), "plan.schedule.in-past", "schedule" },
        { "no product", World.Plan(products: []), "plan.products.out-of-range", "products" },
        { "151 products", World.Plan(products: [.. Enumerable.Range(1, 151).Select(number => $"P{number}")]), "plan.products.out-of-range", "products" },
        { "one product twice", World.Plan(products: ["P1", "P1"]), "plan.products.repeated", "products[1]" },
        { "no id of a product", World.Plan(products: ["P 1"]), "plan.products.id", "products[0]" },
        { "no date", Schedule("2026-02-30", "20:00", 60), "plan.schedule.date", "schedule.date" },
        { "no time", Schedule(World.Date(3), "25:00", 60), "plan.schedule.time", "schedule.time" },
        { "no minutes", Schedule(World.Date(3), "20:00", 0), "plan.schedule.duration", "schedule.minutes" },
        { "more than a day", Schedule(World.Date(3), "20:00", 1441), "plan.schedule.duration", "schedule.minutes" },
    };

    [Theory, Rule("PLAN-02"), Rule("PLAN-03")]
    [MemberData(nameof(Refused))]
    public async Task A_plan_that_breaks_a_rule_is_refused_and_nothing_of_it_stays(string what, object body, string code, string field)
    {
        var seller = await world.Merchant();
        (await seller.Caller.Post("/v1/plans", body)).ShouldBeProblem(422, code)["field"].GetString().ShouldBe(field, what);
        (await Count(seller)).ShouldBe((0, 0));
        (await Count("select count(*) from lc_plans")).ShouldBe(await Count("select count(*) from mt_streams where type = 'live_plan'"));
    }

    [Fact, Rule("PLAN-04")]
    public async Task A_product_of_another_merchant_is_refused_until_the_shop_s_own_catalogue_shows_it()
    {
        var (seller, other, code) = (await world.Merchant(), await world.Merchant(), "plan.products.of-another-merchant");
        var look = new { status = "OnSale", stock = 5, price = new { amount = "12.90", currency = "MYR" } };
        (await other.Caller.Write(HttpMethod.Put, "/v1/products/THEIRS", look)).ShouldBe(HttpStatusCode.OK);
        var (kept, body) = (await World.Planned(seller), World.Plan(products: ["MINE", "THEIRS"]));

        var rows = await host.Rows();
        (await seller.Caller.Post("/v1/plans?dryRun=true", body, "")).ShouldBeProblem(422, code);
        (await host.Rows()).ShouldBe(rows);

        var before = await host.Recorded();
        var refused = (await seller.Caller.Post("/v1/plans", body)).ShouldBeProblem(422, code);
        (refused["field"].GetString(), refused["rule"].GetString(), refused["errors"][0].GetProperty("details").ToString()).ShouldBe(("products[1]", "PLAN-04", """{"product_id":"THEIRS"}"""));
        refused.Body.ToString().ShouldNotContain(other.Party);
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{kept}/products", World.Products("P1", "THEIRS"))).ShouldBeProblem(422, code);
        (await host.Recorded()).ShouldBe((before.Facts + 2, before.Receipts + 2), "the refusals alone");
        (await Count(seller)).ShouldBe((1, 0));
        foreach (var kind in (string[])["prd", "pln", "cat", "mer"])
            foreach (var reader in (Caller[])[seller.Caller, other.Caller, world.Auditor])
                (await reader.Get($"/v1/history/{TypeId.Format(kind, MarketplaceListing.At("THEIRS").Id)}/state")).ShouldBeProblem(404, "not-found");

        (await seller.Caller.Write(HttpMethod.Put, "/v1/products/THEIRS", look)).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Post("/v1/plans", body)).ShouldBe(HttpStatusCode.Created);
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{kept}/products", World.Products("P1", "THEIRS"))).ShouldBe(HttpStatusCode.OK);
    }

    public static TheoryData<object, string> Malformed => new()
    {
        { World.Plan(title: new string('x', 201)), "title" },
        { World.Plan(title: " "), "title" },
        { World.Plan(title: "\ufffe"), "title" },
        { new { title = "x", description = new string('x', 2001), schedule = new { date = "2027-01-01", time = "20:00", minutes = 60 }, products = Array.Empty<string>() }, "description" },
        { new { title = "x", description = "y", schedule = new { date = "2027-01-01", time = "20:00", minutes = 60 }, products = new[] { (string?)null } }, "products" },
    };

    [Theory, Rule("PLAN-02")]
    [MemberData(nameof(Malformed))]
    public async Task Text_that_no_plan_can_have_is_malformed(object body, string field)
    {
        var seller = await world.Merchant();
        var before = await host.Recorded();
        (await seller.Caller.Post("/v1/plans", body)).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe(field);
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact]
    public async Task A_hundred_and_fifty_products_are_planned_at_once()
    {
        var seller = await world.Merchant();
        string[] products = [.. Enumerable.Range(1, 150).Select(number => $"{number:0000000000000000000000000000000000000000}")];
        var plan = (await seller.Caller.Post("/v1/plans", World.Plan(products: products))).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Get($"/v1/plans/{plan}"))["products"].GetArrayLength().ShouldBe(150);
    }

    [Fact]
    public async Task Another_shop_s_plan_is_not_there_and_whose_plans_are_asked_for_is_named_rightly()
    {
        var (seller, plan) = (await world.Merchant(), "");
        plan = await World.Planned(seller);
        var (other, creator) = (await world.Merchant(), await world.Creator());
        var before = await host.Recorded();
        (await other.Caller.Get($"/v1/plans/{plan}")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/plans/{plan}/history")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/history/{plan}/state")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/plans?merchant={seller.Party}")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Get($"/v1/plans/counts?merchant={seller.Party}")).ShouldBeProblem(404, "not-found");
        (await other.Caller.Write(HttpMethod.Delete, $"/v1/plans/{plan}", null)).ShouldBeProblem(404, "not-found");
        (await other.Caller.Write(HttpMethod.Put, $"/v1/plans/{plan}/products", World.Products("P3"))).ShouldBeProblem(404, "not-found");
        (await other.Caller.Post($"/v1/plans/{plan}/reschedule", new { schedule = new { date = World.Date(4), time = "20:00", minutes = 60 } })).ShouldBeProblem(404, "not-found");
        (await other.Caller.Post("/v1/plans", World.Plan(merchant: seller.Party))).ShouldBeProblem(404, "not-found");
        (await world.Admin.Post("/v1/plans", World.Plan(merchant: new MerchantId(Guid.CreateVersion7()).ToString()))).ShouldBeProblem(404, "not-found");
        (await world.Admin.Post("/v1/plans", World.Plan())).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("merchant");
        (await world.Auditor.Get("/v1/plans")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("merchant");
        (await world.Auditor.Get("/v1/plans?merchant=nobody")).ShouldBeProblem(400, "request.malformed");
        (await seller.Caller.Get("/v1/plans?tab=deleted")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("tab");
        (await seller.Caller.Get("/v1/plans?cursor=nonsense")).ShouldBeProblem(400, "request.malformed");
        (await creator.Caller.Get($"/v1/plans/{plan}")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Reviewer.Write(HttpMethod.Delete, $"/v1/plans/{plan}", null)).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await host.Recorded()).ShouldBe(before);
        (await other.Caller.Get("/v1/plans")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(0);
        (await world.Auditor.Get($"/v1/plans?merchant={seller.Party}")).ShouldBe(HttpStatusCode.OK)["items"][0].GetProperty("id").GetString().ShouldBe(plan);
    }

    [Fact, Rule("PLAN-18"), Rule("C49")]
    public async Task A_plan_whose_time_passed_is_completed_as_missed_in_every_answer_before_anybody_recorded_it()
    {
        var seller = await world.Merchant();
        var (first, second) = (await World.Planned(seller, 2), await World.Planned(seller, 3));
        try
        {
            host.Clock.StandsAt = Moment.Parse($"{World.Date(2)}T15:00:00Z") + Duration.FromTicks(-10);
            (await Count(seller)).ShouldBe((2, 0));
            host.Clock.StandsAt = Moment.Parse($"{World.Date(2)}T15:00:00Z");
            (await Count(seller)).ShouldBe((1, 1));
            var missed = (await seller.Caller.Get("/v1/plans?tab=completed")).ShouldBe(HttpStatusCode.OK)["items"][0];
            (missed.GetProperty("id").GetString(), missed.GetProperty("outcome").GetString(), missed.GetProperty("overAt").GetString(), missed.GetProperty("title").GetString())
                .ShouldBe((first, "Missed", $"{World.Date(2)}T15:00:00Z", "Batik night"));
            (await seller.Caller.Get("/v1/plans"))["items"].EnumerateArray().Select(plan => plan.GetProperty("id").GetString()).ShouldBe([second]);
            var plan = await seller.Caller.Get($"/v1/plans/{first}");
            (plan["status"].GetString(), plan["outcome"].GetString(), plan["actions"].GetProperty("delete").GetProperty("code").GetString()).ShouldBe(("Completed", "Missed", "plan.not-active"));
            (await seller.Caller.Get($"/v1/history/{first}/state"))["isDue"].GetBoolean().ShouldBeTrue();
            (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{first}", null)).ShouldBeProblem(422, "plan.not-active");
            (await seller.Caller.Get($"/v1/plans/{first}/history"))["events"].EnumerateArray().Last().GetProperty("type").GetString().ShouldBe("live_plan_completed");
        }
        finally
        {
            host.Clock.StandsAt = null;
        }
    }

    static object Schedule(string date, string time, int minutes) => new { title = "x", description = "y", schedule = new { date, time, minutes }, products = new[] { "P1" } };

    async Task<long> Count(string sql)
    {
        await using var command = host.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    static async Task<(int, int)> Count(Seller seller)
    {
        var counts = (await seller.Caller.Get("/v1/plans/counts")).ShouldBe(HttpStatusCode.OK);
        return (counts["active"].GetInt32(), counts["completed"].GetInt32());
    }
}
