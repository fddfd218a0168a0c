using System.Net;
using System.Text.Json;
using LiveCommerce.Kernel;
using static LiveCommerce.Tests.Http.Lives;

namespace LiveCommerce.Tests.Http;

/// <summary>Sessions and their figures through the doors: started, told, ended, read, and every wrong input at its code.</summary>
public sealed class SessionTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("PLAN-17"), Rule("AN-01")]
    public async Task A_session_without_a_plan_is_started_told_and_ended()
    {
        var seller = await world.Merchant();
        var session = await Started(seller);
        var path = $"/v1/sessions/{session}";
        var begun = (await seller.Caller.Get(path)).ShouldBe(HttpStatusCode.OK);
        (begun["status"].GetString(), begun["accountType"].GetString(), begun["countsInRecap"].GetBoolean(), begun["actions"].GetProperty("end").GetProperty("allowed").GetBoolean()).ShouldBe(("OnAir", "Official", true, true));
        var told = (await seller.Caller.Post($"{path}/figures", Tell(Minute(0), Minute(1)))).ShouldBe(HttpStatusCode.OK);
        (told["details"].GetProperty("recorded").GetString(), told["details"].GetProperty("restated").GetString()).ShouldBe(("2", "0"));
        (await seller.Caller.Post($"{path}/figures", Tell(Minute(0), Minute(1)))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await seller.Caller.Post($"{path}/end", new { })).ShouldBe(HttpStatusCode.OK);
        var over = await seller.Caller.Get(path);
        (over["status"].GetString(), over["actions"].GetProperty("end").GetProperty("code").GetString()).ShouldBe(("Ended", "session.already-ended"));
        (await seller.Caller.Post($"{path}/end", new { })).ShouldBeProblem(422, "session.already-ended");
    }

    [Fact, Rule("AN-01"), Rule("AN-02"), Rule("C44")]
    public async Task The_core_figures_are_there_from_the_first_minute_on()
    {
        var (seller, session) = await OnAir();
        var silent = (await seller.Caller.Get($"/v1/sessions/{session}/metrics")).ShouldBe(HttpStatusCode.OK)["metrics"];
        silent.GetProperty("unitsSold").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minute(0), Minute(1, orders: 0)));
        var metrics = (await seller.Caller.Get($"/v1/sessions/{session}/metrics")).ShouldBe(HttpStatusCode.OK)["metrics"];
        string? Value(string name) => metrics.GetProperty(name).GetProperty("value").GetString();
        (Value("peakConcurrentViewers"), Value("totalUniqueViewers"), Value("totalWatchMinutes"), Value("newFollowers"), Value("productsClicked"), Value("unitsSold"), Value("conversionRate")).ShouldBe(("8", "10", "16", "2", "12", "6", "0.2"));
        metrics.GetProperty("gmv")[0].GetProperty("value").GetProperty("amount").GetString().ShouldBe("50.00");
        (metrics.GetProperty("conversion").GetString(), metrics.GetProperty("freshness").GetString()).ShouldBe(("Above", "Growing"));
        metrics.GetProperty("unitsSold").GetProperty("dataAsOf").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact, Rule("BEY-27")]
    public async Task A_restated_minute_shows_its_history_and_what_was_shown_at_a_moment()
    {
        var (seller, session) = await OnAir();
        var path = $"/v1/sessions/{session}/figures";
        await seller.Caller.Post(path, Tell(Minute(3, views: 10, gmv: [Sold("25.00"), Sold("1.00", "9")])));
        var told = (await seller.Caller.Get($"{path}/3"))["history"][0].GetProperty("toldAt").GetString();
        (await seller.Caller.Post(path, Tell(Minute(3, views: 12)))).ShouldBe(HttpStatusCode.OK)["details"].GetProperty("restated").GetString().ShouldBe("1");
        var now = await seller.Caller.Get($"{path}/3");
        now["history"].EnumerateArray().Select(one => (one.GetProperty("isRestated").GetBoolean(), one.GetProperty("figures").GetProperty("views").GetInt32())).ShouldBe([(false, 10), (true, 12)]);
        now["shown"].GetProperty("figures").GetProperty("views").GetInt32().ShouldBe(12);
        var recorded = (await seller.Caller.Get($"/v1/figures/{FiguresOf(session)}/history"))["events"][0].GetProperty("recordedAt").GetString();
        var before = await seller.Caller.Get($"{path}/3?asOf={recorded}");
        (before["shown"].GetProperty("figures").GetProperty("views").GetInt32(), before["shown"].GetProperty("figures").GetProperty("gmv").GetArrayLength(), before["history"].GetArrayLength()).ShouldBe((10, 2, 1));
        (await seller.Caller.Get($"{path}/3?asOf=2001-01-01T00:00:00Z"))["shown"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await seller.Caller.Get($"/v1/sessions/{session}/metrics?asOf={recorded}"))["metrics"].GetProperty("gmv")[0].GetProperty("value").GetProperty("amount").GetString().ShouldBe("26.00");
        told.ShouldNotBeNull();
    }

    [Fact]
    public async Task Minutes_are_paged_in_their_order()
    {
        var (seller, session) = await OnAir(hoursAgo: 3);
        for (var first = 0; first < 150; first += 50) await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minutes(first, 50)));
        var (seen, cursor) = (new List<int>(), "");
        do
        {
            var page = (await seller.Caller.Get($"/v1/sessions/{session}/figures?limit=40{cursor}")).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page["items"].EnumerateArray().Select(one => one.GetProperty("figures").GetProperty("minute").GetInt32()));
            cursor = page["next"].GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");
        seen.ShouldBe(Enumerable.Range(0, 150));
        (await seller.Caller.Get($"/v1/sessions/{session}/figures?cursor=abc")).ShouldBeProblem(400, "request.malformed");
    }

    public static TheoryData<string, object, int, string, string?> Bad => new()
    {
        { "no minute", Tell(), 422, "figures.batch-size", "minutes" },
        { "61 minutes", Tell(Minutes(0, 61)), 422, "figures.batch-size", "minutes" },
        { "a minute twice", Tell(Minute(0), Minute(0)), 422, "figures.minute.twice", "minutes[1].minute" },
        { "before the start", Tell(Minute(-1)), 422, "figures.minute.outside-session", "minutes[0].minute" },
        { "not begun", Tell(Minute(61)), 422, "figures.minute.outside-session", "minutes[0].minute" },
        { "negative", Tell(Minute(0, views: -1)), 422, "figures.negative", "minutes[0].views" },
        { "no currency", Tell(Minute(0, gmv: [Sold("1.00", currency: "XYZ")])), 422, "figures.currency", "minutes[0].gmv[0].gmv.currency" },
        { "a negative amount", Tell(Minute(0, gmv: [Sold("-1.00")])), 422, "figures.amount", "minutes[0].gmv[0].gmv.amount" },
        { "an amount 100x too long", Tell(Minute(0, gmv: [Sold(new string('9', 1500))])), 422, "figures.amount", "minutes[0].gmv[0].gmv.amount" },
        { "a product twice", Tell(Minute(0, gmv: [Sold("1"), Sold("2")])), 422, "figures.product.twice", "minutes[0].gmv[1].productId" },
        { "no id of a product", Tell(Minute(0, gmv: [Sold("1", "a b")])), 422, "figures.product.id", "minutes[0].gmv[0].productId" },
        { "151 products", Tell(Minute(0, gmv: [.. Enumerable.Range(0, 151).Select(number => Sold("1", $"p{number}"))])), 422, "figures.products.too-many", "minutes[0].gmv" },
        { "no minutes", new { }, 400, "request.malformed", null },
        { "a minute that is null", new { minutes = new object?[] { null } }, 400, "request.malformed", "minutes" },
        { "no such source", new { source = "Rumour", minutes = new[] { Minute(0) } }, 400, "request.malformed", "source" },
        { "more than a number", Tell(new { minute = 0, views = 99_999_999_999 }), 400, "request.malformed", "minutes[0].views" },
    };

    [Theory, MemberData(nameof(Bad)), Rule("AN-01")]
    public async Task Figures_that_break_a_rule_are_refused_and_nothing_of_them_stays(string what, object body, int status, string code, string? field)
    {
        var (seller, session) = await OnAir();
        var before = (await host.Recorded()).Facts;
        var refused = (await seller.Caller.Post($"/v1/sessions/{session}/figures", body)).ShouldBeProblem(status, code);
        if (field is not null) refused["field"].GetString().ShouldBe(field, what);
        (await seller.Caller.Get($"/v1/sessions/{session}/figures"))["items"].GetArrayLength().ShouldBe(0);
        ((await host.Recorded()).Facts - before).ShouldBe(status == 422 ? 1 : 0, "a refusal is a fact, and nothing else is one");
    }

    [Fact]
    public async Task A_body_that_is_cut_in_half_or_a_hundred_times_too_large_leaves_nothing()
    {
        var (seller, session) = await OnAir();
        var before = await host.Recorded();
        var whole = JsonSerializer.Serialize(Tell(Minutes(0, 60)), JsonSerializerOptions.Web);
        (await seller.Caller.WriteRaw(HttpMethod.Post, $"/v1/sessions/{session}/figures", whole[..(whole.Length / 2)])).ShouldBeProblem(400, "request.malformed");
        var large = JsonSerializer.Serialize(new { minutes = Enumerable.Repeat(Minutes(0, 60), 200).SelectMany(hour => hour) }, JsonSerializerOptions.Web);
        large.Length.ShouldBeGreaterThan(2 * 1024 * 1024);
        (await seller.Caller.WriteRaw(HttpMethod.Post, $"/v1/sessions/{session}/figures", large)).ShouldBeProblem(413, "request.too-large");
        (await seller.Caller.WriteRaw(HttpMethod.Post, "/v1/sessions", $$"""{"account":"{{new string('x', 70_000)}}"}""")).ShouldBeProblem(413, "request.too-large");
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact]
    public async Task An_hour_with_150_products_in_each_minute_is_one_request()
    {
        var (seller, session) = await OnAir(hoursAgo: 2);
        object[] products = [.. Enumerable.Range(0, 150).Select(number => Sold("123456789.25", $"17293847560000{number:0000}"))];
        (await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell([.. Enumerable.Range(0, 60).Select(minute => Minute(minute, gmv: products))]))).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Get($"/v1/sessions/{session}/metrics"))["metrics"].GetProperty("gmv")[0].GetProperty("value").GetProperty("amount").GetString().ShouldBe("1111111103250.00");
    }

    public static TheoryData<string, object, string, string?> BadStarts => new()
    {
        { "in the future", new { startedAt = World.Time(1) }, "session.start.in-future", "startedAt" },
        { "ended before it began", new { endedAt = World.Time(-2) }, "session.end.before-start", "endedAt" },
        { "ended in the future", new { endedAt = World.Time(2) }, "session.end.in-future", "endedAt" },
    };

    [Theory, MemberData(nameof(BadStarts)), Rule("PLAN-17")]
    public async Task A_start_or_end_at_a_wrong_time_is_refused(string what, object body, string code, string? field)
    {
        var (seller, session) = await OnAir();
        var times = JsonSerializer.SerializeToNode(body)!.AsObject();
        if (times.ContainsKey("startedAt")) times["account"] = seller.Account;
        (await seller.Caller.Post(times.ContainsKey("startedAt") ? "/v1/sessions" : $"/v1/sessions/{session}/end", times)).ShouldBeProblem(422, code)["field"].GetString().ShouldBe(field, what);
        (await seller.Caller.Get("/v1/sessions"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Another_party_s_session_is_not_there()
    {
        var (seller, session) = await OnAir();
        var (other, creator) = ((await world.Merchant()).Caller, (await world.Creator()).Caller);
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minute(0)));
        foreach (var path in new[] { "", "/figures", "/figures/0", "/metrics", "/history" })
        {
            foreach (var stranger in new[] { other, creator }) (await stranger.Get($"/v1/sessions/{session}{path}")).ShouldBeProblem(404, "not-found");
            foreach (var reader in new[] { seller.Caller, world.Admin, world.Reviewer, world.Auditor }) (await reader.Get($"/v1/sessions/{session}{path}")).ShouldBe(HttpStatusCode.OK);
        }
        (await other.Get($"/v1/figures/{FiguresOf(session)}/history")).ShouldBeProblem(404, "not-found");
        (await other.Post($"/v1/sessions/{session}/end", new { })).ShouldBeProblem(404, "not-found");
        (await other.Post($"/v1/sessions/{session}/figures", Tell(Minute(0)))).ShouldBeProblem(404, "not-found");
        (await other.Get("/v1/sessions"))["items"].GetArrayLength().ShouldBe(0);
        (await other.Get($"/v1/sessions?party={seller.Party}")).ShouldBeProblem(404, "not-found");
        (await world.Auditor.Get($"/v1/sessions?party={seller.Party}"))["items"].GetArrayLength().ShouldBe(1);
        (await world.Auditor.Post($"/v1/sessions/{session}/end", new { })).ShouldBeProblem(403, "sign-in.role-not-allowed");
    }

    [Fact, Rule("BEY-03"), Rule("BEY-04")]
    public async Task History_as_of_and_explanation_hold_for_sessions_and_figures()
    {
        var (seller, session) = await OnAir();
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minute(0)));
        await seller.Caller.Post($"/v1/sessions/{session}/end", new { });
        (await seller.Caller.Get($"/v1/sessions/{session}/history"))["events"].GetArrayLength().ShouldBe(2);
        (await seller.Caller.Get($"/v1/history/{session}/state?version=1"))["status"].GetString().ShouldBe("OnAir");
        (await seller.Caller.Get($"/v1/history/{session}/state"))["status"].GetString().ShouldBe("Ended");
        (await seller.Caller.Get($"/v1/history/{session}/explanation")).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Get($"/v1/history/{FiguresOf(session)}/state"))["status"].GetString().ShouldBe("Told");
        (await seller.Caller.Get($"/v1/history/{FiguresOf(session)}/explanation")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_start_is_begun_once_however_often_it_is_asked_for()
    {
        var seller = await world.Merchant();
        var key = Guid.NewGuid().ToString();
        var first = (await seller.Caller.Post("/v1/sessions", new { account = seller.Account }, key)).ShouldBe(HttpStatusCode.Created);
        var again = (await seller.Caller.Post("/v1/sessions", new { account = seller.Account }, key)).ShouldBe(HttpStatusCode.Created);
        (again.Id, again["version"].GetInt32()).ShouldBe((first.Id, 1));
        (await seller.Caller.Get("/v1/sessions"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_a_creator_runs_on_an_account_of_a_shop_is_the_shop_s_and_both_see_it()
    {
        var seller = await world.Merchant();
        var creator = await world.Creator(merchant: seller.Party);
        var session = await Started(creator);
        foreach (var reader in new[] { creator.Caller, seller.Caller })
        {
            (await reader.Get("/v1/sessions"))["items"].EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe([session]);
            var read = await reader.Get($"/v1/sessions/{session}");
            (read["party"].GetString(), read["countsInRecap"].GetBoolean()).ShouldBe((seller.Party, false));
        }
    }

    static string FiguresOf(string session) => LiveCommerce.LiveSessions.LiveFigures.IdOf(TypeId.TryParse<LiveSessionId>(session, out var id) ? id : default, LiveCommerce.LiveSessions.FigureSource.LiveFeed).ToString();

    async Task<(Seller Seller, string Session)> OnAir(double hoursAgo = 1)
    {
        var seller = await world.Merchant();
        return (seller, await Started(seller, hoursAgo));
    }
}
