using System.Net;
using System.Text.Json;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Catalogue;

/// <summary>Readiness rises point by point, says why, and answers for ever what it answered (PLAN-01, BEY-15); schedules are compared before there is a plan (BEY-13); what changes is in the drift log (BEY-23).</summary>
public sealed class ReadinessTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);
    readonly string p1 = World.NewProduct(), p2 = World.NewProduct(), p9 = World.NewProduct(); // each test has a shop of its own, and so has its products

    [Fact, Rule("PLAN-01"), Rule("PLAN-04"), Rule("PLAN-05"), Rule("PLAN-06"), Rule("PLAN-07"), Rule("PLAN-08"), Rule("PRE-01"), Rule("PRE-07"), Rule("TECH-02"), Rule("BEY-15")]
    public async Task It_rises_point_by_point_and_what_was_never_seen_is_unknown()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await Planned(seller)}";
        var bare = await Ready(seller, plan);
        bare["items"].GetArrayLength().ShouldBe(14);
        bare["items"].EnumerateArray().ShouldAllBe(item => item.GetProperty("rule").GetString() != "" && item.GetProperty("fix").GetString() != "" && item.GetProperty("weight").GetString() != "");
        (Point(bare, "foundation.products"), Point(bare, "foundation.promotion-tool"), Point(bare, "foundation.teaser"), Point(bare, "stock.cover"), Point(bare, "technical.upload"), Point(bare, "run-sheet"))
            .ShouldBe(("Met", "Unknown", "NotMet", "Unknown", "Unknown", "NotMet"));

        (await seller.Caller.Write(HttpMethod.Put, "/v1/promotion-tools/T1", Tool("Active"))).ShouldBe(HttpStatusCode.OK);
        (await See(seller, p1, 50)).ShouldBe(HttpStatusCode.OK);
        (await See(seller, p2, 5)).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/sales-estimate", new { estimates = new[] { new { productId = p1, units = 40 }, new { productId = p2, units = 6 } } })).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/technical-check", new { uploadKbps = 8000, hasSecondDevice = true, backupCharge = 100, resumeSeconds = 30 })).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/run-sheet", new { segments = new[] { new { kind = "Product", minutes = 4, productId = p1 } } })).ShouldBe(HttpStatusCode.OK);
        var prepared = await Ready(seller, plan);
        (Point(prepared, "foundation.promotion-tool"), Point(prepared, "stock.cover"), Point(prepared, "technical.upload"), Point(prepared, "run-sheet")).ShouldBe(("Met", "NotMet", "Met", "Met"));
        Item(prepared, "stock.cover").GetProperty("details").ToString().ShouldBe($$"""[{"name":"product","value":"{{p2}}"}]""");
        (await See(seller, p2, 6)).ShouldBe(HttpStatusCode.OK);
        Point(await Ready(seller, plan), "stock.cover").ShouldBe("Met");
        prepared["met"].GetInt32().ShouldBeGreaterThan(bare["met"].GetInt32());
    }

    [Fact, Rule("PLAN-04")]
    public async Task A_product_that_another_shop_alone_knows_is_one_that_was_never_seen_and_nothing_of_it_is_told()
    {
        var (seller, other) = (await world.Merchant(), await world.Merchant());
        var plan = $"/v1/plans/{(await seller.Caller.Post("/v1/plans", World.Plan(products: ["P7"]))).ShouldBe(HttpStatusCode.Created).Id}";
        (await See(other, "P7", 5)).ShouldBe(HttpStatusCode.OK);
        Point(await Ready(seller, plan), "stock.cover").ShouldBe("Unknown");
        var before = await host.Recorded();
        (await seller.Caller.Get("/v1/products/P7")).ShouldBeProblem(404, "not-found");
        (await seller.Caller.Get($"/v1/products/P7?merchant={other.Party}")).ShouldBeProblem(404, "not-found");
        (await seller.Caller.Get($"{plan}/products"))["items"][0].GetProperty("seen").ValueKind.ShouldBe(JsonValueKind.Null);
        (await seller.Caller.Write(HttpMethod.Put, $"{plan}/sales-estimate", new { estimates = new[] { new { productId = "P8", units = 1 } } })).ShouldBeProblem(422, "plan.product.not-featured");
        ((await host.Recorded()).Facts - before.Facts).ShouldBe(1, "the refusal alone is a fact");
    }

    [Fact, Rule("BEY-15")]
    public async Task Every_answer_is_the_same_for_ever_point_by_point()
    {
        var seller = await world.Merchant();
        var id = await Planned(seller);
        var (plan, answers) = ($"/v1/plans/{id}", new List<Answer>());
        answers.Add(await Ready(seller, plan));
        foreach (var change in Changes(seller, plan))
        {
            (await change()).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
            answers.Add(await Ready(seller, plan));
        }
        answers.Select(answer => answer["items"].ToString()).Distinct().Count().ShouldBeGreaterThan(10);
        foreach (var answer in answers)
        {
            var (judged, known) = (answer["judgedAt"].GetString(), answer["knownAt"].GetString());
            (await seller.Caller.Get($"{plan}/readiness?effectiveAt={judged}&recordedAt={known}")).ShouldBe(HttpStatusCode.OK).Body.ToString().ShouldBe(answer.Body.ToString());
            foreach (var axis in new[] { "recordedAt", "effectiveAt" })
                (await seller.Caller.Get($"{plan}/readiness?{axis}={judged}")).ShouldBe(HttpStatusCode.OK)["items"].ToString().ShouldBe(answer["items"].ToString(), axis);
        }
        (await seller.Caller.Get($"{plan}/readiness?recordedAt=2001-01-01T00:00:00Z")).ShouldBeProblem(404, "history.before-first")["field"].GetString().ShouldBe("recordedAt");
        (await seller.Caller.Get($"{plan}/readiness?effectiveAt=2001-01-01T00:00:00Z")).ShouldBeProblem(404, "history.before-first")["field"].GetString().ShouldBe("effectiveAt");
        (await seller.Caller.Get($"{plan}/readiness?recordedAt=yesterday")).ShouldBeProblem(400, "request.malformed");
    }

    [Fact, Rule("BEY-15")]
    public async Task An_answer_that_was_given_while_everybody_wrote_is_the_same_for_ever()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await Planned(seller)}";
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(1, 4).Select(async writer =>
        {
            for (var stock = 0; !done.IsCancellationRequested; stock++)
            {
                await See(seller, writer % 2 == 0 ? p1 : p2, stock * 7 % 3);
                if (writer == 1) await seller.Caller.Write(HttpMethod.Put, $"{plan}/products", World.Products(p1, stock % 2 == 0 ? p2 : p9));
                if (writer == 2) await seller.Caller.Write(HttpMethod.Put, "/v1/promotion-tools/T1", Tool(stock % 2 == 0 ? "Active" : "Ended"));
            }
        }).ToArray();
        var answers = new List<Answer>();
        while (answers.Count < 60) answers.Add(await Ready(seller, plan));
        await done.CancelAsync();
        await Task.WhenAll(writers);
        answers.Select(answer => answer["items"].ToString()).Distinct().Count().ShouldBeGreaterThan(1);
        foreach (var answer in answers)
            (await seller.Caller.Get($"{plan}/readiness?effectiveAt={answer["judgedAt"].GetString()}&recordedAt={answer["knownAt"].GetString()}"))["items"].ToString().ShouldBe(answer["items"].ToString());
    }

    [Fact, Rule("PLAN-07"), Rule("C8"), Rule("C5")]
    public async Task A_teaser_that_was_posted_elsewhere_counts_and_a_promotional_video_does_not()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await Planned(seller)}";
        (await seller.Caller.Post($"{plan}/promotional-videos", World.Products(p1))).ShouldBe(HttpStatusCode.OK);
        Point(await Ready(seller, plan), "foundation.teaser").ShouldBe("NotMet");
        (await seller.Caller.Post($"{plan}/outside-teasers", new { hasProductLinks = true })).ShouldBe(HttpStatusCode.OK);
        Point(await Ready(seller, plan), "foundation.teaser").ShouldBe("Met");
        Point(await Ready(seller, $"/v1/plans/{await Planned(seller, 5)}"), "foundation.teaser").ShouldBe("NotMet");
    }

    [Fact, Rule("BEY-15"), Rule("BEY-23"), Rule("ROLE-01")]
    public async Task It_is_the_shop_s_the_platform_s_and_the_auditor_s()
    {
        var (seller, other) = (await world.Merchant(), await world.Merchant());
        var (plan, creator) = ($"/v1/plans/{await Planned(seller)}", await world.Creator());
        foreach (var path in (string[])["/readiness", "/drift", "/products", "/promotion-tools"])
        {
            foreach (var reader in new[] { seller.Caller, world.Admin, world.Reviewer, world.Auditor }) (await reader.Get(plan + path)).ShouldBe(HttpStatusCode.OK);
            (await other.Caller.Get(plan + path)).ShouldBeProblem(404, "not-found");
            (await creator.Caller.Get(plan + path)).ShouldBeProblem(403, "sign-in.role-not-allowed");
            (await world.Nobody.Get(plan + path)).ShouldBeProblem(401, "sign-in.required");
            (await seller.Caller.Get($"/v1/plans/{Kernel.TypeId.Format("pln", Guid.CreateVersion7())}{path}")).ShouldBeProblem(404, "not-found");
        }
        (await other.Caller.Get($"/v1/collisions?date={World.Date(3)}&time=20:00&minutes=60&merchant={seller.Party}")).ShouldBeProblem(404, "not-found");
    }

    [Fact, Rule("PLAN-04"), Rule("PLAN-05"), Rule("PLAN-06")]
    public async Task A_plan_shows_what_its_catalogue_shows_and_the_tools_that_could_be_attached()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await Planned(seller)}";
        (await See(seller, p2, 5)).ShouldBe(HttpStatusCode.OK);
        var products = (await seller.Caller.Get($"{plan}/products"))["items"];
        (products[0].GetProperty("seen").ValueKind, products[1].GetProperty("seen").GetProperty("stock").GetInt32()).ShouldBe((JsonValueKind.Null, 5));
        var none = await seller.Caller.Get($"{plan}/promotion-tools");
        (none["isOneAdvised"].GetBoolean(), none["items"].GetArrayLength()).ShouldBe((true, 1));
        foreach (var (tool, status) in new[] { ("T1", "Active"), ("T2", "Upcoming"), ("T3", "Ended") }) (await seller.Caller.Write(HttpMethod.Put, $"/v1/promotion-tools/{tool}", Tool(status))).ShouldBe(HttpStatusCode.OK);
        var seen = await seller.Caller.Get($"{plan}/promotion-tools");
        seen["isOneAdvised"].GetBoolean().ShouldBeFalse();
        seen["items"].EnumerateArray().Select(tool => (tool.GetProperty("toolId").GetString(), tool.GetProperty("isAttached").GetBoolean())).ShouldBe([("T1", true), ("T2", false)]);
    }

    [Fact, Rule("BEY-13"), Rule("PLAN-08"), Rule("PLAN-09"), Rule("C53")]
    public async Task A_wanted_schedule_is_compared_before_there_is_a_plan()
    {
        var seller = await world.Merchant();
        var plan = await Planned(seller);
        string At(string time, int minutes = 60, int days = 3) => $"/v1/collisions?date={World.Date(days)}&time={time}&minutes={minutes}";
        (await world.Admin.Write(HttpMethod.Put, "/v1/market/reference", new { rushHours = new[] { new { from = "17:00", to = "19:00" } }, competitors = new[] { new { key = "rival", start = $"{World.Date(3)}T14:00:00Z", end = $"{World.Date(3)}T16:00:00Z" } } })).ShouldBe(HttpStatusCode.OK);
        var found = (await seller.Caller.Get(At("18:30", 180))).ShouldBe(HttpStatusCode.OK);
        (found["ownPlans"].ToString(), found["rushHours"].ToString(), found["competitors"].GetArrayLength()).ShouldBe(($"[\"{plan}\"]", """[{"from":"17:00","to":"19:00"}]""", 1));
        found["startsAt"].GetString().ShouldBe($"{World.Date(3)}T11:30:00Z");
        var free = (await world.Auditor.Get($"{At("10:00")}&merchant={seller.Party}")).ShouldBe(HttpStatusCode.OK);
        (free["ownPlans"].GetArrayLength(), free["rushHours"].GetArrayLength(), free["competitors"].GetArrayLength(), free["localTimeRule"].GetString()).ShouldBe((0, 0, 0, "AsWritten"));
        (await seller.Caller.Get(At("10:00", 0))).ShouldBeProblem(422, "plan.schedule.duration")["field"].GetString().ShouldBe("schedule.minutes");
        (await seller.Caller.Get(At("10:00", days: -1))).ShouldBeProblem(422, "plan.schedule.in-past");
        (await seller.Caller.Get(At("10 o'clock"))).ShouldBeProblem(422, "plan.schedule.time");
        (await seller.Caller.Get("/v1/collisions?date=2026-13-01")).ShouldBeProblem(400, "request.malformed");
        (await world.Auditor.Get(At("10:00"))).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("merchant");
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{plan}", null)).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Get(At("18:30", 180)))["ownPlans"].GetArrayLength().ShouldBe(0);
    }

    [Fact, Rule("BEY-23")]
    public async Task What_changes_while_it_is_featured_is_in_the_drift_log_and_in_order()
    {
        var seller = await world.Merchant();
        await See(seller, p1, 5);
        await See(seller, p2, 5);
        var plan = $"/v1/plans/{await Planned(seller)}";
        (await seller.Caller.Get($"{plan}/drift"))["items"].GetArrayLength().ShouldBe(0);
        await See(seller, p1, 4);
        await See(seller, p1, 0, "9.90");
        await See(seller, p9, 0);
        await seller.Caller.Write(HttpMethod.Put, $"{plan}/products", World.Products(p1));
        await See(seller, p2, 0);
        await See(seller, p1, 7, "9.90", "TakenDown");
        var whole = (await seller.Caller.Get($"{plan}/drift"))["items"].EnumerateArray().Select(Line).ToArray();
        whole.ShouldBe([$"{p1} OutOfStock 4>0", $"{p1} PriceChanged 4>0", $"{p1} BackInStock 0>7", $"{p1} TakenDown 0>7"]);
        var met = new List<string>();
        for (string? cursor = null, path = $"{plan}/drift?limit=1"; path is not null; path = cursor is null ? null : $"{plan}/drift?limit=1&cursor={cursor}")
        {
            var page = (await seller.Caller.Get(path)).ShouldBe(HttpStatusCode.OK);
            met.AddRange(page["items"].EnumerateArray().Select(Line));
            cursor = page["next"].GetString();
        }
        met.ShouldBe(whole);
        (await seller.Caller.Get($"{plan}/drift?cursor=x")).ShouldBeProblem(400, "request.malformed");
        (await seller.Caller.Write(HttpMethod.Delete, plan, null)).ShouldBe(HttpStatusCode.OK);
        await See(seller, p1, 9, "9.90");
        (await seller.Caller.Get($"{plan}/drift"))["items"].GetArrayLength().ShouldBe(4);
    }

    IEnumerable<Func<Task<Answer>>> Changes(Seller seller, string plan)
    {
        yield return () => See(seller, p1, 50);
        yield return () => See(seller, p2, 0);
        yield return () => seller.Caller.Write(HttpMethod.Put, "/v1/promotion-tools/T1", Tool("Active"));
        yield return () => seller.Caller.Write(HttpMethod.Put, $"{plan}/sales-estimate", new { estimates = new[] { new { productId = p1, units = 60 } } });
        yield return () => seller.Caller.Post($"{plan}/promotional-videos", World.Products(p1));
        yield return () => seller.Caller.Post($"{plan}/outside-teasers", new { hasProductLinks = false });
        yield return () => world.Admin.Write(HttpMethod.Put, "/v1/market/reference", new { rushHours = new[] { new { from = "20:30", to = "21:00" } }, competitors = Array.Empty<object>() });
        yield return () => seller.Caller.Write(HttpMethod.Put, $"{plan}/technical-check", new { uploadKbps = 4000, hasSecondDevice = true });
        yield return () => seller.Caller.Post("/v1/plans", World.Plan(time: "21:00", title: "At the same time", products: [p1, p2]));
        yield return () => seller.Caller.Post("/v1/plans", World.Plan(days: 10, products: [p1, p2]));
        yield return () => seller.Caller.Write(HttpMethod.Put, $"{plan}/run-sheet", new { segments = new[] { new { kind = "Product", minutes = 4, productId = p2 } } });
        yield return () => seller.Caller.Write(HttpMethod.Put, $"{plan}/products", World.Products(p1));
        yield return () => seller.Caller.Write(HttpMethod.Put, "/v1/promotion-tools/T1", Tool("Ended"));
        yield return () => See(seller, p1, 100);
        yield return () => world.Admin.Write(HttpMethod.Put, "/v1/market/reference", new { rushHours = Array.Empty<object>(), competitors = new[] { new { key = "rival", start = $"{World.Date(3)}T13:30:00Z", end = $"{World.Date(3)}T16:00:00Z" } } });
        yield return () => seller.Caller.Write(HttpMethod.Put, $"{plan}/promotion-tools", World.Tools());
        yield return () => See(seller, p1, 100, status: "TakenDown");
        yield return async () => await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{(await seller.Caller.Get("/v1/plans"))["items"].EnumerateArray().First(one => one.GetProperty("title").GetString() == "At the same time").GetProperty("id")}", null);
        yield return () => seller.Caller.Write(HttpMethod.Delete, plan, null);
    }

    async Task<string> Planned(Seller seller, int days = 3) => (await seller.Caller.Post("/v1/plans", World.Plan(days, products: [p1, p2]))).ShouldBe(HttpStatusCode.Created).Id;

    static async Task<Answer> Ready(Seller seller, string plan) => (await seller.Caller.Get($"{plan}/readiness")).ShouldBe(HttpStatusCode.OK);

    static JsonElement Item(Answer answer, string point) => answer["items"].EnumerateArray().Single(item => item.GetProperty("point").GetString() == point);

    static string? Point(Answer answer, string point) => Item(answer, point).GetProperty("state").GetString();

    static string Line(JsonElement drift) => $"{drift.GetProperty("productId")} {drift.GetProperty("kind")} {drift.GetProperty("before").GetProperty("stock")}>{drift.GetProperty("after").GetProperty("stock")}";

    object Tool(string status) => new { kind = "FlashSale", status, products = new[] { p1 } };

    static Task<Answer> See(Seller seller, string product, int stock, string amount = "12.90", string status = "OnSale") =>
        seller.Caller.Write(HttpMethod.Put, $"/v1/products/{product}", new { status, stock, price = new { amount, currency = "IDR" } });
}
