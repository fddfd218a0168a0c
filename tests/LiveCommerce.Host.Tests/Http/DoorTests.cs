using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>Bad input at every door: the right status and code, and nothing changed.</summary>
public sealed class DoorTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>Bodies that no write takes, and how each is refused.</summary>
    public static TheoryData<string, string, int, string> Bodies => new()
    {
        { "{", "application/json", 400, "request.malformed" },
        { "[]", "application/json", 400, "request.malformed" },
        { "null", "application/json", 400, "request.malformed" },
        { "{} {}", "application/json", 400, "request.malformed" },
        { """{"surprise":1}""", "application/json", 400, "request.malformed" },
        { """{"surprise":1.5}""", "application/json", 400, "request.malformed" },
        { """{"surprise":"\u0000"}""", "application/json", 400, "request.malformed" },
        { """{"surprise":"\ud800"}""", "application/json", 400, "request.malformed" },
        { """{"\udc00":"x"}""", "application/json", 400, "request.malformed" },
        { """{"surprise":1,"surprise":1}""", "application/json", 400, "request.malformed" },
        { """{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}""", "application/json", 400, "request.malformed" },
        { "{}", "text/plain", 415, "request.media-type" },
        { "a=b", "application/x-www-form-urlencoded", 415, "request.media-type" },
    };

    static readonly string Party = new Kernel.MerchantId(Guid.CreateVersion7()).ToString();
    static readonly string[] BadTags = ["\"x\"", "W/\"1\"", "1", "\"-1\""];

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task No_write_takes_a_bad_body(string body, string mediaType, int status, string code) =>
        AtEveryDoor(async route => (await route.Caller(host).WriteRaw(route.Method, route.Path(), body, mediaType: mediaType)).ShouldBeProblem(status, code));

    [Fact]
    public Task No_write_takes_bytes_that_are_no_text() => AtEveryDoor(async route =>
    {
        var request = new HttpRequestMessage(route.Method, route.Path()) { Content = new ByteArrayContent([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", "bytes");
        (await route.Caller(host).Send(request)).ShouldBeProblem(400, "request.malformed");
    });

    [Fact]
    public Task No_write_takes_ten_megabytes() => AtEveryDoor(async route =>
        (await route.Caller(host).WriteRaw(route.Method, route.Path(), $"{{\"reason\":\"{new string('x', 10_000_000)}\"}}")).ShouldBeProblem(413, "request.too-large"));

    [Fact]
    public async Task No_write_takes_ten_megabytes_of_unsaid_length()
    {
        var route = WriteRoute.Of(host)[0];
        var request = new HttpRequestMessage(route.Method, route.Path()) { Content = new StringContent(new string(' ', 10_000_000), null, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("Idempotency-Key", "chunks");
        (await route.Caller(host).Send(request)).ShouldBeProblem(413, "request.too-large");
    }

    [Fact]
    public Task No_field_takes_a_value_of_another_type() => AtEveryDoor(async route =>
    {
        foreach (var field in route.Fields)
        {
            var answer = await route.Caller(host).WriteRaw(route.Method, route.Path(), $"{{\"{field}\":{{\"nonsense\":[{{}}]}}}}");
            answer.ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldNotBeNull().ShouldStartWith(field);
        }
    });

    [Fact]
    public Task Every_write_needs_a_key() => AtEveryDoor(async route =>
    {
        (await route.Caller(host).WriteRaw(route.Method, route.Path(), "{}", key: "")).ShouldBeProblem(400, "idempotency.key-missing");
        (await route.Caller(host).WriteRaw(route.Method, route.Path(), "{}", key: new string('k', 201))).ShouldBeProblem(400, "idempotency.key-missing");
        (await route.Caller(host).WriteRaw(route.Method, route.Path(), "{}", key: "two words")).ShouldBeProblem(400, "idempotency.key-missing");
    });

    [Fact]
    public Task No_write_takes_an_id_that_is_none() => AtEveryDoor(async route =>
    {
        if (route.HasId) (await route.Caller(host).WriteRaw(route.Method, route.NonsensePath(), "{}")).ShouldBeProblem(400, "request.malformed");
    });

    [Fact]
    public Task No_write_takes_a_bad_precondition() => AtEveryDoor(async route =>
    {
        foreach (var tag in BadTags)
        {
            var request = new HttpRequestMessage(route.Method, route.Path()) { Content = new StringContent("{}", null, "application/json"), Headers = { { "Idempotency-Key", "tag" } } };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            (await route.Caller(host).Send(request)).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("If-Match");
        }
    });

    [Fact]
    public async Task What_the_framework_refuses_is_a_problem_document_too()
    {
        var world = new World(host);
        (await world.Admin.Get("/v1/nowhere")).ShouldBeProblem(404, "request.route-unknown");
        (await world.Admin.Write(HttpMethod.Patch, "/v1/campaigns", null)).ShouldBeProblem(405, "request.method-not-allowed");
        (await world.Admin.Get("/v1/registrations/reg_1")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/registrations?status=Lost")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/registrations?limit=101")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/registrations?limit=many")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get($"/v1/registrations?party={Party}&cursor=nonsense")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/registrations")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("party");
        (await world.Admin.Get("/v1/registrations?party=nobody")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/campaigns?name=%00")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/campaigns?cursor=" + new string('A', 301))).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get("/v1/events?after=1.2.3")).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.Get($"/v1/events?after={Guid.NewGuid():N}.1.5")).ShouldBeProblem(410, "feed.other-log");
        (await world.Admin.Get("/v1/receipts/cmd_1")).ShouldBeProblem(400, "request.malformed");
        (await world.Nobody.Get("/health/live")).ShouldBe(HttpStatusCode.OK);
        (await world.Nobody.Get("/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A list of names adds up to another one, or to none that anybody knows: recorded, it could never be read again.</summary>
    [Theory]
    [InlineData("/v1/accounts", """{"type":"Marketing, Affiliate","handle":"@x","uid":"1"}""", "type")]
    [InlineData("/v1/accounts", """{"type":"affiliate","handle":"@x","uid":"1"}""", "type")]
    [InlineData("/v1/accounts", """{"type":"2","handle":"@x","uid":"1"}""", "type")]
    [InlineData("/v1/accounts", """{"type":2,"handle":"@x","uid":"1"}""", "type")]
    [InlineData("/v1/campaigns", """{"name":"x","details":"","visibility":"Private, Public"}""", "visibility")]
    [InlineData("/v1/campaigns", """{"name":"x","details":"","forms":[{"entry":"LiveManager","whiteBackgroundImage":"Optional, Hidden"}]}""", "forms[0].whiteBackgroundImage")]
    [InlineData("/v1/campaigns/{campaign}/registrations", """{"entry":"TikTokAppLink, LiveManager"}""", "entry")]
    [InlineData("/v1/campaigns/{campaign}/registrations", """{"onBehalfOf":{"channel":"SellerCenter, LiveManager"}}""", "onBehalfOf.channel")]
    public async Task A_name_out_of_a_few_is_one_of_them_letter_for_letter(string path, string body, string field)
    {
        var world = new World(host);
        var answer = await world.Admin.WriteRaw(HttpMethod.Post, path.Replace("{campaign}", new Kernel.CampaignId(Guid.CreateVersion7()).ToString(), StringComparison.Ordinal), body);
        answer.ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe(field);
    }

    [Theory]
    [InlineData("status=Approved,Rejected")]
    [InlineData("status=Approved&status=Rejected")]
    [InlineData("status=3")]
    [InlineData("status=expired")]
    [InlineData("channel=1")]
    [InlineData("channel=SellerCenter,LiveManager")]
    public async Task So_it_is_in_a_query(string query) => (await new World(host).Admin.Get($"/v1/registrations?party={Party}&{query}")).ShouldBeProblem(400, "request.malformed");

    [Theory]
    [InlineData("\ufffe")]
    [InlineData("x\uFFFEy")]
    public async Task What_no_text_may_hold_is_malformed(string text)
    {
        var world = new World(host);
        (await world.Admin.WriteRaw(HttpMethod.Post, "/v1/merchants", $$"""{"shopName":"{{text}}","timeZone":"Asia/Jakarta"}""")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("shopName");
        (await world.Admin.Get("/v1/campaigns?name=%EF%BF%BE")).ShouldBeProblem(400, "request.malformed");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://tiktok.example/@x")]
    [InlineData("https://user:password@tiktok.example/")]
    [InlineData("/@x")]
    public async Task A_profile_s_address_is_one_that_a_page_may_link_to(string profileUrl)
    {
        var world = new World(host);
        (await world.Admin.Post("/v1/accounts", new { type = "Official", handle = "@x", uid = "1", profileUrl })).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("profileUrl");
        var account = (await world.Admin.Post("/v1/accounts", new { type = "Official", handle = "@x", uid = "1", profileUrl = "https://tiktok.example/@x\"><b>" })).ShouldBe(System.Net.HttpStatusCode.Created).Id;
        (await world.Admin.Get($"/v1/accounts/{account}"))["profileUrl"].GetString().ShouldBe("https://tiktok.example/@x%22%3E%3Cb%3E");
    }

    async Task AtEveryDoor(Func<WriteRoute, Task> attempt)
    {
        var before = await host.Recorded();
        var routes = WriteRoute.Of(host);
        routes.Count.ShouldBeGreaterThan(15);
        foreach (var route in routes) await attempt(route);
        (await host.Recorded()).ShouldBe(before);
    }
}
