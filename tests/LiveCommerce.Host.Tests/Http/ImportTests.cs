using System.Net;
using LiveCommerce.Kernel;
using static LiveCommerce.Tests.Http.Documents;

namespace LiveCommerce.Tests.Http;

/// <summary>Documents of the marketplace's analytics: what they come to, that they count once, and that a wrong one leaves nothing.</summary>
public sealed class ImportTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("BEY-24")]
    public async Task A_list_starts_and_ends_its_sessions_once_however_often_it_is_sent()
    {
        var seller = await world.Merchant();
        var document = List(Live("7301", Seconds(-50), Seconds(-48), "@Batik"), Live("7302", Seconds(-26), Seconds(-24)), Live("7303", Seconds(-1), null));
        var first = (await Import(seller.Caller, "/v1/sessions/import", document)).ShouldBe(HttpStatusCode.OK);
        (first["kind"].GetString(), first["recorded"].GetBoolean(), first["sessions"].GetArrayLength()).ShouldBe(("Sessions", true, 3));
        for (var times = 0; times < 2; times++) (await Import(seller.Caller, "/v1/sessions/import", document)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        var sessions = (await seller.Caller.Get("/v1/sessions"))["items"].EnumerateArray().ToArray();
        sessions.Select(one => one.GetProperty("status").GetString()).ShouldBe(["OnAir", "Ended", "Ended"]);
        sessions.Select(one => one.GetProperty("id").GetString()).ShouldBe(first["sessions"].EnumerateArray().Reverse().Select(one => one.GetProperty("session").GetString()));
        sessions.ShouldAllBe(one => one.GetProperty("countsInRecap").GetBoolean());
    }

    [Fact, Rule("BEY-24"), Rule("AN-01"), Rule("RECAP-04")]
    public async Task Minutes_are_counted_once_and_outrank_what_the_live_feed_told()
    {
        var (seller, session, start) = await Imported(minutes: 90);
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Lives.Tell(Lives.Minute(0, views: 999, gmv: [Lives.Sold("7.00", currency: "IDR")])));
        var document = Minutes(start, start + 5400, Intervals(start, 90));
        var first = (await Import(seller.Caller, $"/v1/sessions/{session}/import", document)).ShouldBe(HttpStatusCode.OK);
        first["figures"].GetProperty("recorded").GetInt32().ShouldBe(90);
        for (var times = 0; times < 2; times++)
        {
            var again = await Import(seller.Caller, $"/v1/sessions/{session}/import", document);
            (again["recorded"].GetBoolean(), again["figures"].GetProperty("unchanged").GetInt32()).ShouldBe((false, 90));
        }
        var recap = (await seller.Caller.Get("/v1/recap"))["figures"];
        (recap.GetProperty("orders").GetProperty("value").GetString(), recap.GetProperty("views").GetProperty("value").GetString()).ShouldBe(("180", "900"));
        var money = recap.GetProperty("byCurrency")[0];
        (money.GetProperty("liveGmv").GetProperty("value").GetProperty("amount").GetString(), money.GetProperty("gpm").GetProperty("value").GetString()).ShouldBe(("2250.00", null));
        (await seller.Caller.Get($"/v1/sessions/{session}/figures?limit=1"))["items"][0].GetProperty("source").GetString().ShouldBe("ShopAnalytics");
    }

    [Fact, Rule("BEY-24"), Rule("BEY-27")]
    public async Task A_later_document_restates_and_fewer_minutes_than_the_whole_are_said()
    {
        var (seller, session, start) = await Imported(minutes: 60);
        var path = $"/v1/sessions/{session}/import";
        var less = (await Import(seller.Caller, path, Minutes(start, start + 3600, Intervals(start, 10), Money("300.00"), 33))).ShouldBe(HttpStatusCode.OK);
        less["warnings"].EnumerateArray().Select(one => one.GetProperty("code").GetString()).ShouldBe(["import.less-than-whole", "import.less-than-whole"]);
        object[] corrected = [Interval(start, Money("26.00")), .. Intervals(start, 11).Skip(1)];
        var later = (await Import(seller.Caller, path, Minutes(start, start + 3600, corrected, Money("276.00")))).ShouldBe(HttpStatusCode.OK)["figures"];
        (later.GetProperty("recorded").GetInt32(), later.GetProperty("restated").GetInt32(), later.GetProperty("unchanged").GetInt32()).ShouldBe((1, 1, 9));
        (await seller.Caller.Get($"/v1/sessions/{session}/figures/0"))["history"].GetArrayLength().ShouldBe(2);
    }

    [Fact, Rule("BEY-24")]
    public async Task Products_are_told_whole_and_shown_and_never_counted_twice()
    {
        var (seller, session, _) = await Imported(minutes: 60);
        var path = $"/v1/sessions/{session}/import";
        (await Import(seller.Caller, path, Products(Product("1729"), Product("1730", "3.00", 1)))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await Import(seller.Caller, path, Products(Product("1729"), Product("1730", "3.00", 1)))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        var shown = (await seller.Caller.Get($"/v1/sessions/{session}/products")).ShouldBe(HttpStatusCode.OK)["told"];
        shown[0].GetProperty("source").GetString().ShouldBe("ShopAnalytics");
        shown[0].GetProperty("products").EnumerateArray().Select(one => (one.GetProperty("productId").GetString(), one.GetProperty("clicks").GetInt32())).ShouldBe([("1729", 6), ("1730", 6)]);
        (await seller.Caller.Get("/v1/recap"))["figures"].GetProperty("byCurrency").GetArrayLength().ShouldBe(0);
    }

    [Fact, Rule("BEY-24")]
    public async Task A_LIVE_that_was_run_here_is_known_by_account_and_time_and_not_begun_again()
    {
        var seller = await world.Merchant();
        var session = await Lives.Started(seller, 3);
        var answer = (await Import(seller.Caller, "/v1/sessions/import", List(Live("7301", Seconds(-3) + 40, Seconds(-1))))).ShouldBe(HttpStatusCode.OK);
        answer["sessions"][0].GetProperty("session").GetString().ShouldBe(session);
        (await seller.Caller.Get("/v1/sessions"))["items"].EnumerateArray().Select(one => (one.GetProperty("id").GetString(), one.GetProperty("status").GetString())).ShouldBe([(session, "Ended")]);
    }

    [Fact, Rule("BEY-24")]
    public async Task Unknown_fields_are_left_out_and_named()
    {
        var (seller, session, start) = await Imported(minutes: 60);
        var document = Minutes(start, start + 3600, Intervals(start, 2)).Replace("\"views\":10", "\"views\":10,\"sparkle\":7", StringComparison.Ordinal).Replace("\"intervals\"", "\"novelty\":{},\"intervals\"", StringComparison.Ordinal);
        var answer = (await Import(seller.Caller, $"/v1/sessions/{session}/import", document)).ShouldBe(HttpStatusCode.OK);
        var warning = answer["warnings"].EnumerateArray().Single();
        (warning.GetProperty("code").GetString(), warning.GetProperty("details").GetProperty("fields").GetString()).ShouldBe(("import.unknown-fields", "data.intervals.traffic.sparkle data.novelty"));
    }

    public static TheoryData<string, Func<long, string>, int, string, string?> BadMinutes => new()
    {
        { "cut in half", start => Minutes(start, start + 3600, Intervals(start, 60)) is var whole ? whole[..(whole.Length / 2)] : "", 400, "request.malformed", null },
        { "no document of these", _ => Json(new { performance = 1 }), 400, "request.malformed", "data" },
        { "no object", _ => "[1, 2]", 400, "request.malformed", null },
        { "an answer that failed", _ => """{"code":36009002,"message":"Too many requests"}""", 400, "request.malformed", "code" },
        { "a list", start => List(Live("1", start, start + 60)), 400, "request.malformed", "data.intervals" },
        { "a field that is missing", start => Minutes(start, start + 3600, [new { start_time = start }]), 400, "request.malformed", "data.intervals[0].sales" },
        { "more than a number", start => Minutes(start, start + 3600, Intervals(start, 1)).Replace("\"views\":10", "\"views\":99999999999", StringComparison.Ordinal), 400, "request.malformed", "data.intervals[0].traffic.views" },
        { "negative numbers", start => Minutes(start, start + 3600, [.. Intervals(start, 61), Interval(start + 3660, views: -1)]), 422, "figures.negative", "intervals[61].views" },
        { "a negative amount", start => Minutes(start, start + 3600, [Interval(start, Money("-25.00"))]), 422, "figures.currency", "overall.gmv.currency" },
        { "another currency than the whole", start => Minutes(start, start + 3600, [Interval(start, Money("25.00", "MYR"))]), 422, "figures.currency", "overall.gmv.currency" },
        { "no currency", start => Minutes(start, start + 3600, [Interval(start, Money("25.00", "XYZ"))], Money("25.00", "XYZ")), 422, "figures.currency", "overall.gmv.currency" },
        { "an amount 100 times too large", start => Minutes(start, start + 3600, [Interval(start, Money("2500.00"))], Money("25.00")), 422, "import.more-than-whole", "overall.gmv" },
        { "minutes after the end", start => Minutes(start, start + 7200, Intervals(start, 121)), 422, "figures.minute.outside-session", "intervals[120].minute" },
        { "minutes before the start", start => Minutes(start, start + 3600, Intervals(start - 60, 2)), 422, "figures.minute.outside-session", "intervals[0].minute" },
        { "a minute twice", start => Minutes(start, start + 3600, [Interval(start), Interval(start)]), 422, "figures.minute.twice", "intervals[1].minute" },
        { "between two minutes", start => Minutes(start, start + 3600, [Interval(start + 30)]), 422, "import.minute-misaligned", "data.intervals[0].start_time" },
        { "another LIVE", start => Minutes(start + 4000, start + 7600, Intervals(start + 4000, 1)), 422, "import.other-session", "overall.start_time" },
        { "no minute", start => Minutes(start, start + 3600, []), 422, "figures.batch-size", "minutes" },
        { "151 products", _ => Products([.. Enumerable.Range(0, 151).Select(number => Product($"p{number}"))]), 422, "figures.products.out-of-range", "products" },
        { "a product twice", _ => Products(Product("1"), Product("1")), 422, "figures.product.twice", "products[1].productId" },
    };

    [Theory, MemberData(nameof(BadMinutes)), Rule("BEY-24")]
    public async Task A_wrong_document_of_a_session_is_refused_at_its_code_and_leaves_nothing(string what, Func<long, string> document, int status, string code, string? field)
    {
        var (seller, session, start) = await Imported(minutes: 120);
        var before = await host.Recorded();
        (await Import(seller.Caller, $"/v1/sessions/{session}/import", document(start))).ShouldBeProblem(status, code).Body.TryGetProperty("field", out var named);
        (named.ValueKind == System.Text.Json.JsonValueKind.String ? named.GetString() : null).ShouldBe(field, what);
        (await host.Recorded()).ShouldBe(before);
    }

    public static TheoryData<string, string, int, string, string> BadLists => new()
    {
        { "an unknown account", List(Live("1", Seconds(-3), Seconds(-2)), Live("2", Seconds(-5), Seconds(-4), "somebody")), 422, "import.account-unknown", "data.live_stream_sessions[1].username" },
        { "ended before it began", List(Live("1", Seconds(-3), Seconds(-4))), 422, "session.end.before-start", "data.live_stream_sessions[0].end_time" },
        { "not begun", List(Live("1", Seconds(3), null)), 422, "session.start.in-future", "data.live_stream_sessions[0].start_time" },
        { "not ended", List(Live("1", Seconds(-3), Seconds(4))), 422, "session.end.in-future", "data.live_stream_sessions[0].end_time" },
        { "no instant", List(Live("1", -5, null)), 400, "request.malformed", "data.live_stream_sessions[0].start_time" },
        { "minutes", Minutes(Seconds(-1), Seconds(0), []), 400, "request.malformed", "data.live_stream_sessions" },
    };

    [Theory, MemberData(nameof(BadLists)), Rule("BEY-24")]
    public async Task A_wrong_list_is_refused_at_its_code_and_leaves_nothing(string what, string document, int status, string code, string field)
    {
        var seller = await world.Merchant();
        var before = await host.Recorded();
        (await Import(seller.Caller, "/v1/sessions/import", document)).ShouldBeProblem(status, code)["field"].GetString().ShouldBe(field, what);
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact, Rule("BEY-24"), Rule("BEY-01")]
    public async Task A_dry_run_says_what_would_be_and_a_document_100_times_too_large_is_not_read()
    {
        var (seller, session, start) = await Imported(minutes: 60);
        var before = await host.Recorded();
        var tried = (await Import(seller.Caller, $"/v1/sessions/{session}/import?dryRun=true", Minutes(start, start + 3600, Intervals(start, 60)))).ShouldBe(HttpStatusCode.OK);
        (tried["wouldRecord"].GetBoolean(), tried["recorded"].GetBoolean()).ShouldBe((true, false));
        (await Import(seller.Caller, "/v1/sessions/import?dryRun=true", List(Live("9", Seconds(-60), Seconds(-59))))).ShouldBe(HttpStatusCode.OK)["wouldRecord"].GetBoolean().ShouldBeTrue();
        var large = Minutes(start, start + 3600, [.. Enumerable.Repeat(Intervals(start, 60), 200).SelectMany(hour => hour)]);
        (await Import(seller.Caller, $"/v1/sessions/{session}/import", large)).ShouldBeProblem(413, "request.too-large");
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact, Rule("BEY-24")]
    public async Task Nobody_imports_into_what_is_not_theirs_and_the_platform_names_the_shop()
    {
        var (seller, session, start) = await Imported(minutes: 60);
        var other = (await world.Merchant()).Caller;
        var document = Minutes(start, start + 3600, Intervals(start, 1));
        (await Import(other, $"/v1/sessions/{session}/import", document)).ShouldBeProblem(404, "not-found");
        (await Import(other, $"/v1/sessions/import?merchant={seller.Party}", List())).ShouldBeProblem(404, "not-found");
        (await Import(world.Auditor, $"/v1/sessions/{session}/import", document)).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await Import(world.Admin, "/v1/sessions/import", List())).ShouldBeProblem(400, "request.malformed");
        (await Import(world.Admin, $"/v1/sessions/import?merchant={seller.Party}", List(Live("77", Seconds(-80), Seconds(-79))))).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await Import(world.Admin, $"/v1/sessions/{session}/import", document)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
    }

    static Task<Answer> Import(Caller caller, string path, string document) => caller.WriteRaw(HttpMethod.Post, path, document);

    /// <summary>A shop with a session of yesterday that a list told of.</summary>
    async Task<(Seller Seller, string Session, long Start)> Imported(int minutes)
    {
        var seller = await world.Merchant();
        var start = Seconds(-30);
        var answer = (await Import(seller.Caller, "/v1/sessions/import", List(Live("7301", start, start + (60 * minutes))))).ShouldBe(HttpStatusCode.OK);
        return (seller, answer["sessions"][0].GetProperty("session").GetString()!, start);
    }
}
