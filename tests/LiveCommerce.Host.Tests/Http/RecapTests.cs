using System.Net;
using System.Text.Json;
using LiveCommerce.Kernel;
using static LiveCommerce.Tests.Http.Lives;

namespace LiveCommerce.Tests.Http;

/// <summary>The recap through the door: what counts, what is compared, and what is not shown.</summary>
public sealed class RecapTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("RECAP-01"), Rule("RECAP-03"), Rule("RECAP-05"), Rule("RECAP-06"), Rule("RECAP-07"), Rule("RECAP-08"), Rule("C9")]
    public async Task The_last_7_days_count_official_sessions_alone_and_a_figure_sent_three_times_once()
    {
        var seller = await world.Merchant();
        var affiliate = await world.Creator(merchant: seller.Party);
        var (own, other, earlier) = (await Started(seller, 49), await Started(affiliate, 48), await Started(seller, 24 * 10));
        for (var times = 0; times < 3; times++) await seller.Caller.Post($"/v1/sessions/{own}/figures", Tell(Minute(0), Minute(1, orders: 1, gmv: [Sold("5.50"), Sold("7", "2", "JPY")])));
        await affiliate.Caller.Post($"/v1/sessions/{other}/figures", Tell(Minute(0, gmv: [Sold("999.00")])));
        await seller.Caller.Post($"/v1/sessions/{earlier}/figures", Tell(Minute(0, orders: 6, gmv: [Sold("10.00")])));
        var recap = (await seller.Caller.Get("/v1/recap?period=last7days")).ShouldBe(HttpStatusCode.OK);
        var figures = recap["figures"];
        (figures.GetProperty("orders").GetProperty("value").GetString(), figures.GetProperty("views").GetProperty("value").GetString()).ShouldBe(("3", "20"));
        Money(figures).ShouldBe([("JPY", "7", "17.5"), ("MYR", "30.50", "76.25")]);
        recap["comparison"].GetProperty("orders").GetString().ShouldBe("-0.5");
        recap["comparison"].GetProperty("byCurrency").EnumerateArray().Select(one => (one.GetProperty("currency").GetString(), one.GetProperty("liveGmv").GetString())).ShouldBe([("JPY", null), ("MYR", "2.05")]);
        (recap["freshness"].GetString(), recap["zone"].GetString(), recap["availableOn"][0].GetString()).ShouldBe(("Growing", "Asia/Jakarta", "SellerCenterPc"));
        recap["definitions"].EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe(["live-gmv/1", "orders/1", "views/1", "gpm/1"]);
        foreach (var reader in new[] { world.Auditor, world.Admin, world.Reviewer })
            (await reader.Get($"/v1/recap?merchant={seller.Party}"))["figures"].GetRawText().ShouldBe(figures.GetRawText());
    }

    [Fact, Rule("RECAP-02")]
    public async Task Days_of_one_s_choice_have_no_comparison_at_all()
    {
        var seller = await world.Merchant();
        var (day, later) = (World.Time(-24)[..10], World.Time(24)[..10]);
        foreach (var path in new[] { $"/v1/recap?from={day}&to={later}", $"/v1/recap?period=custom&from={day}&to={later}", $"/v1/recap?from={day}&to={later}&comparison=false", "/v1/recap?comparison=false" })
            (await seller.Caller.Get(path)).ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("comparison", out _).ShouldBeFalse(path);
        (await seller.Caller.Get($"/v1/recap?from={day}&to={later}&comparison=true")).ShouldBeProblem(422, "recap.comparison.only-last-7-days");
        (await seller.Caller.Get("/v1/recap?comparison=true")).ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("comparison", out _).ShouldBeTrue();
        (await seller.Caller.Get($"/v1/recap?from={later}&to={day}")).ShouldBeProblem(422, "recap.period.reversed");
        (await seller.Caller.Get("/v1/recap?from=2025-01-01&to=2026-01-02")).ShouldBeProblem(422, "recap.period.too-long");
    }

    [Theory, Rule("RECAP-01")]
    [InlineData("?period=lastMonth", "period")]
    [InlineData("?period=last7days&from=2026-01-01&to=2026-01-02", "period")]
    [InlineData("?from=2026-01-01", "to")]
    [InlineData("?to=2026-01-01", "from")]
    [InlineData("?period=custom", "from")]
    [InlineData("?from=2026-02-30&to=2026-03-01", "from")]
    [InlineData("?from=0001-01-01&to=0001-01-02", "from")]
    [InlineData("?from=2026-01-01&to=9999-12-31", "to")]
    [InlineData("?merchant=nonsense", "merchant")]
    [InlineData("?asOf=yesterday", "asOf")]
    public async Task A_period_that_is_none_is_malformed(string query, string field) =>
        (await (await world.Merchant()).Caller.Get($"/v1/recap{query}")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe(field);

    [Fact]
    public async Task A_shop_sees_its_own_recap_alone()
    {
        var (seller, other) = (await world.Merchant(), await world.Merchant());
        (await other.Caller.Get($"/v1/recap?merchant={seller.Party}")).ShouldBeProblem(404, "not-found");
        (await (await world.Creator()).Caller.Get("/v1/recap")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Auditor.Get("/v1/recap")).ShouldBeProblem(400, "request.malformed");
        (await world.Auditor.Get($"/v1/recap?merchant={new MerchantId(Guid.CreateVersion7())}")).ShouldBeProblem(404, "not-found");
    }

    [Fact, Rule("C11"), Rule("C44")]
    public async Task Without_a_session_there_are_no_amounts_and_with_untold_exposures_no_GPM()
    {
        var seller = await world.Merchant();
        var empty = (await seller.Caller.Get("/v1/recap")).ShouldBe(HttpStatusCode.OK);
        (empty["figures"].GetProperty("orders").GetProperty("value").GetString(), empty["figures"].GetProperty("orders").GetProperty("dataAsOf").ValueKind, empty["figures"].GetProperty("byCurrency").GetArrayLength(), empty["freshness"].GetString())
            .ShouldBe(("0", JsonValueKind.Null, 0, "Settled"));
        var session = await Started(seller, 49);
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minute(0), new { minute = 1, views = 1, viewers = 1, interactions = 0, newFollowers = 0, productClicks = 0, orders = 0, units = 0, gmv = Array.Empty<object>() }));
        Money((await seller.Caller.Get("/v1/recap"))["figures"]).ShouldBe([("MYR", "25.00", null)]);
    }

    [Fact, Rule("BEY-27")]
    public async Task The_recap_as_of_a_moment_shows_what_it_showed_then()
    {
        var seller = await world.Merchant();
        var session = await Started(seller, 49);
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minute(0)));
        var recorded = (await seller.Caller.Get($"/v1/sessions/{session}/figures/0"))["history"][0].GetProperty("toldAt").GetString();
        var shown = (await seller.Caller.Get("/v1/recap"))["figures"].GetRawText();
        var then = await LastRecorded();
        await seller.Caller.Post($"/v1/sessions/{session}/figures", Tell(Minute(0, views: 500), Minute(1)));
        (await seller.Caller.Get("/v1/recap"))["figures"].GetRawText().ShouldNotBe(shown);
        var before = await seller.Caller.Get($"/v1/recap?asOf={then}");
        before["figures"].GetRawText().ShouldBe(shown);
        before["asOf"].GetString().ShouldBe(then);
        recorded.ShouldNotBeNull();
    }

    async Task<string> LastRecorded()
    {
        await using var command = host.Database.CreateCommand("select to_char(max(timestamp) at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from mt_events");
        return Moment.Parse((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ToString();
    }

    static IEnumerable<(string?, string?, string?)> Money(JsonElement figures) => figures.GetProperty("byCurrency").EnumerateArray().Select(one =>
        (one.GetProperty("currency").GetString(), one.GetProperty("liveGmv").GetProperty("value").GetProperty("amount").GetString(), one.GetProperty("gpm").GetProperty("value").GetString()));
}
