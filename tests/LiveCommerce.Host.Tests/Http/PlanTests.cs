using System.Net;
using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>LIVE plans at the doors: created, changed where they can, rescheduled, deleted.</summary>
public sealed class PlanTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly string[] Bullets = ["Hand-drawn", "RM 12.90"];
    readonly World world = new(host);

    [Fact, Rule("PLAN-02"), Rule("PLAN-13"), Rule("PLAN-20"), Rule("C53")]
    public async Task A_plan_is_created_and_published_at_once_and_says_when_it_is_in_the_shop_s_zone()
    {
        var seller = await world.Merchant();
        var created = (await seller.Caller.Post("/v1/plans", World.Plan())).ShouldBe(HttpStatusCode.Created);
        created.Headers.Location!.ToString().ShouldBe($"/v1/plans/{created.Id}");
        created["details"].GetProperty("starts_at").GetString().ShouldBe($"{World.Date(3)}T13:00:00Z");
        var plan = (await seller.Caller.Get($"/v1/plans/{created.Id}")).ShouldBe(HttpStatusCode.OK);
        plan.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (plan["status"].GetString(), plan["isPublished"].GetBoolean(), plan["title"].GetString(), plan["subscribers"].GetInt32(), plan["outcome"].ValueKind).ShouldBe(("Active", true, "Batik night", 0, JsonValueKind.Null));
        var schedule = plan["schedule"];
        (schedule.GetProperty("zone").GetString(), schedule.GetProperty("rule").GetString(), schedule.GetProperty("localStart").GetString(), schedule.GetProperty("endsAt").GetString())
            .ShouldBe(("Asia/Jakarta", "AsWritten", $"{World.Date(3)}T20:00", $"{World.Date(3)}T15:00:00Z"));
        plan["availableOn"].EnumerateArray().Select(surface => surface.GetString()).ShouldBe(["SellerCenterPc"]);
        Allowed(plan).ShouldBe(["changeProducts", "changePromotionTools", "recordTechnicalCheck", "estimateSales", "writeRunSheet", "writeReferenceCard", "reschedule", "delete"]);
        Allowed((await world.Auditor.Get($"/v1/plans/{created.Id}")).ShouldBe(HttpStatusCode.OK)).ShouldBeEmpty();
    }

    [Fact, Rule("PLAN-10"), Rule("PLAN-11"), Rule("PLAN-12"), Rule("C1"), Rule("C2")]
    public async Task Products_and_tools_change_and_nothing_else_does()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await World.Planned(seller)}";
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/products", World.Products("P2", "P7"), ifMatch: 2)).ShouldBe(HttpStatusCode.OK)["version"].GetInt64().ShouldBe(3);
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/products", World.Products("P2", "P7"))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/products", World.Products("P3"), ifMatch: 2)).ShouldBeProblem(412, "precondition.stale");
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/promotion-tools", World.Tools())).ShouldBe(HttpStatusCode.OK);
        var read = await seller.Caller.Get(plan);
        (string.Join(',', read["products"].EnumerateArray()), read["promotionTools"].GetArrayLength()).ShouldBe(("P2,P7", 0));

        var refused = (await seller.Caller.Write(HttpMethod.Put, $"{plan}/details", new { title = "Other", description = "Other", schedule = new { date = World.Date(4), time = "20:00", minutes = 120 } }))
            .ShouldBeProblem(422, "plan.schedule.immutable");
        refused["errors"].EnumerateArray().Select(error => (error.GetProperty("field").GetString(), error.GetProperty("rule").GetString()))
            .ShouldBe([("schedule", "PLAN-10"), ("title", "PLAN-11"), ("description", "PLAN-11")]);
        refused["errors"][0].GetProperty("fix").GetString().ShouldBe("Reschedule the plan in one step, or delete it and create a new one.");
        var same = new { title = "Batik night", schedule = new { date = World.Date(3), time = "20:00", minutes = 120 } };
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/details", same)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await seller.Caller.Get(plan))["title"].GetString().ShouldBe("Batik night");
    }

    [Fact, Rule("PRE-01"), Rule("PRE-06"), Rule("PRE-07"), Rule("TECH-02"), Rule("TECH-04")]
    public async Task A_LIVE_is_prepared_and_what_was_prepared_is_read_again()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await World.Planned(seller)}";
        await Put("technical-check", new { uploadKbps = 6200, hasSecondDevice = true, backupCharge = 100, resumeSeconds = 45 });
        await Put("sales-estimate", new { estimates = new[] { new { productId = "P1", units = 40 } } });
        var sheet = await Put("run-sheet", new { segments = new object[] { new { kind = "Interaction", minutes = 5, note = "Welcome" }, new { kind = "Product", minutes = 9, productId = "P1" } } });
        sheet["warnings"][0].GetProperty("code").GetString().ShouldBe("plan.run-sheet.pace");
        await Put("reference-cards", new { productId = "P1", points = Bullets });
        var prepared = (await seller.Caller.Get(plan))["preparation"];
        prepared.GetProperty("technicalCheck").GetProperty("uploadKbps").GetInt32().ShouldBe(6200);
        prepared.GetProperty("salesEstimates")[0].GetProperty("units").GetInt32().ShouldBe(40);
        prepared.GetProperty("runSheet")[0].GetProperty("note").GetString().ShouldBe("Welcome");
        prepared.GetProperty("referenceCards")[0].GetProperty("points").EnumerateArray().Select(point => point.GetString()).ShouldBe(Bullets);

        async Task<Answer> Put(string what, object body) => (await seller.Caller.Write(HttpMethod.Put, $"{plan}/{what}", body)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Rule("BEY-12"), Rule("PLAN-12")]
    public async Task Rescheduling_is_one_answer_about_the_new_plan_however_often_it_is_asked()
    {
        var seller = await world.Merchant();
        var old = await World.Planned(seller);
        await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{old}/run-sheet", new { segments = new[] { new { kind = "Interaction", minutes = 5, note = "Welcome" } } });
        var body = new { schedule = new { date = World.Date(9), time = "19:30", minutes = 90 } };
        var moved = (await seller.Caller.Post($"/v1/plans/{old}/reschedule", body, "move", 3)).ShouldBe(HttpStatusCode.Created);
        (moved.Headers.Location!.ToString(), moved["version"].GetInt64(), moved.Id).ShouldBe(($"/v1/plans/{moved.Id}", 3, moved.Id));
        moved.Id.ShouldNotBe(old);
        var again = (await seller.Caller.Post($"/v1/plans/{old}/reschedule", body, "move", 3)).ShouldBe(HttpStatusCode.Created);
        again.Body.ToString().ShouldBe(moved.Body.ToString());
        var (before, after) = (await seller.Caller.Get($"/v1/plans/{old}"), await seller.Caller.Get($"/v1/plans/{moved.Id}"));
        (before["status"].GetString(), before["rescheduledTo"].GetString(), after["rescheduledFrom"].GetString()).ShouldBe(("Deleted", moved.Id, old));
        (after["title"].GetString(), after["products"].GetArrayLength(), after["preparation"].GetProperty("runSheet")[0].GetProperty("note").GetString()).ShouldBe(("Batik night", 2, "Welcome"));
        (await seller.Caller.Post($"/v1/plans/{moved.Id}/reschedule", body)).ShouldBeProblem(422, "plan.schedule.unchanged");
    }

    [Fact, Rule("C48"), Rule("PLAN-12")]
    public async Task A_deletion_says_before_and_after_how_many_subscribers_it_affects()
    {
        var seller = await world.Merchant();
        var id = await World.Planned(seller);
        var tried = (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{id}?dryRun=true", null)).ShouldBe(HttpStatusCode.OK);
        (tried["wouldRecord"].GetBoolean(), tried["details"].GetProperty("affected_subscribers").GetString()).ShouldBe((true, "0"));
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{id}", null)).ShouldBe(HttpStatusCode.OK)["details"].GetProperty("affected_subscribers").GetString().ShouldBe("0");
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{id}", null)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{id}/products", World.Products("P3"))).ShouldBeProblem(422, "plan.not-active");
        (await seller.Caller.Get($"/v1/plans/{id}"))["status"].GetString().ShouldBe("Deleted");
        foreach (var tab in new[] { "active", "completed" }) (await seller.Caller.Get($"/v1/plans?tab={tab}")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact, Rule("PLAN-18")]
    public async Task A_list_is_read_page_by_page_by_the_cursor_of_the_page_before()
    {
        var seller = await world.Merchant();
        var plans = new List<string>();
        foreach (var days in (int[])[7, 5, 9, 5, 6]) plans.Add(await World.Planned(seller, days));
        var (read, cursor, pages) = (new List<string>(), "", 0);
        do
        {
            var page = (await seller.Caller.Get($"/v1/plans?limit=2{cursor}")).ShouldBe(HttpStatusCode.OK);
            read.AddRange(page["items"].EnumerateArray().Select(plan => $"{plan.GetProperty("schedule").GetProperty("date")} {plan.GetProperty("id")}"));
            cursor = page["next"].ValueKind == JsonValueKind.Null ? "" : $"&cursor={page["next"].GetString()}";
            pages++;
        }
        while (cursor != "");
        pages.ShouldBe(3);
        read.Select(line => line.Split(' ')[1]).ShouldBe(plans, ignoreOrder: true);
        read.Select(line => line.Split(' ')[0]).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_same_key_creates_one_plan()
    {
        var seller = await world.Merchant();
        var first = (await seller.Caller.Post("/v1/plans", World.Plan(), "once")).ShouldBe(HttpStatusCode.Created);
        var before = await host.Recorded();
        var again = (await seller.Caller.Post("/v1/plans", World.Plan(), "once")).ShouldBe(HttpStatusCode.Created);
        (again.Body.ToString(), again.Headers.Location).ShouldBe((first.Body.ToString(), first.Headers.Location));
        (await seller.Caller.Post("/v1/plans", World.Plan(days: 4), "once")).ShouldBeProblem(422, "idempotency.key-reused");
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact]
    public async Task An_administrator_plans_on_behalf_of_a_shop_and_the_history_says_so()
    {
        var seller = await world.Merchant();
        var id = (await world.Admin.Post("/v1/plans", World.Plan(merchant: seller.Party))).ShouldBe(HttpStatusCode.Created).Id;
        (await world.Admin.Write(HttpMethod.Put, $"/v1/plans/{id}/products", World.Products("P9"))).ShouldBe(HttpStatusCode.OK);
        var history = (await seller.Caller.Get($"/v1/plans/{id}/history")).ShouldBe(HttpStatusCode.OK);
        history["events"].EnumerateArray().Select(fact => (fact.GetProperty("type").GetString(), fact.GetProperty("onBehalfOf").GetString(), fact.GetProperty("role").GetString())).ShouldBe(
            [("live_plan_created", seller.Party, "OpsAdmin"), ("live_plan_published", seller.Party, "OpsAdmin"), ("featured_products_changed", seller.Party, "OpsAdmin")]);
        history["isUnbroken"].GetBoolean().ShouldBeTrue();
    }

    static string[] Allowed(Answer plan) => [.. plan["actions"].EnumerateObject().Where(action => action.Value.GetProperty("allowed").GetBoolean()).Select(action => action.Name)];
}
