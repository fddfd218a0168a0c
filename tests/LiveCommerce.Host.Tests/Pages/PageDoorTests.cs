using System.Net;
using LiveCommerce.Host.Season;
using LiveCommerce.Tests.Http;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Pages;

/// <summary>The pages' own sign-in opens nothing but the pages, to nobody but this machine.</summary>
public sealed class PageDoorTests(SampleHost sample) : IClassFixture<SampleHost>
{
    static readonly string Mekong = $"/registrations/{SeasonRegistrations.Id("mekong")}";

    [Fact]
    public async Task The_cookie_is_strict_hidden_from_scripts_and_no_key_to_the_api()
    {
        var answer = await SignIn("auditor");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=strict");
        var value = cookie.Split(';')[0];
        (await Get(Mekong, value)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get($"/v1{Mekong}", value)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Get("/v1/events", value)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Get(Mekong, value, host: "evil.example")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a foreign name that leads here");
        (await Get(Mekong, $"{value}x")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("persona=nobody", null, null, 400)]
    [InlineData("", null, null, 400)]
    [InlineData("persona=auditor", "cross-site", null, 403)]
    [InlineData("persona=auditor", "same-site", null, 403)]
    [InlineData("persona=auditor", null, "evil.example", 404)]
    public async Task Who_comes_from_elsewhere_is_not_signed_in(string form, string? from, string? host, int status)
    {
        var answer = await SignIn(form.Split('=')[^1], from, host, form.Length > 0);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Nor_is_who_says_so_by_the_form_s_origin_alone(string origin)
    {
        var answer = await SignIn("auditor", origin: origin);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await SignIn("auditor", origin: sample.Host.Url.TrimEnd('/'))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example/registrations/", "/")]
    [InlineData("/registrations/\\evil", "/")]
    [InlineData("/v1/registrations", "/")]
    [InlineData("/plansevil", "/")]
    [InlineData("/registrations/reg_1?version=2", "/registrations/reg_1?version=2")]
    [InlineData("/plans?tab=completed", "/plans?tab=completed")]
    [InlineData("/sessions?cursor=abc", "/sessions?cursor=abc")]
    public async Task It_leads_back_to_a_page_of_ours_and_nowhere_else(string next, string to) =>
        (await SignIn("auditor", next: next)).Headers.Location!.OriginalString.ShouldBe(to);

    [Theory]
    [InlineData("?version=99", 404, "The history has no such version yet.")]
    [InlineData("?version=1&recordedAt=2026-01-01T00:00:00Z", 400, "A version and an instant name two places")]
    [InlineData("?version=<script>", 400, "That is no version and no instant")]
    [InlineData("?effectiveAt=2001-01-01T00:00:00Z", 404, "Nothing of it had happened or was known")]
    [InlineData("?effectiveAt=&recordedAt=", 200, "How it stands now")]
    public async Task A_question_that_names_no_place_is_answered_in_the_page(string query, int status, string words)
    {
        var answer = await Get(Mekong + query, (await SignIn("auditor")).Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        ((int)answer.StatusCode).ShouldBe(status);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldContain(words);
        page.ShouldNotContain("<script>");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task What_the_pages_are_made_of_is_served_to_all_and_not_sent_twice()
    {
        foreach (var name in new[] { "site.css", "timeline.js", "icon.svg" })
        {
            var first = await Get($"/assets/{name}");
            first.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Get($"/assets/{name}", tag: first.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
        (await Get("/assets/appsettings.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    Task<HttpResponseMessage> SignIn(string persona, string? from = null, string? host = null, bool named = true, string? next = null, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{sample.Host.Url}/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { [named ? "persona" : "other"] = persona, ["next"] = next ?? "/" }),
        };
        if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
        if (origin is not null) request.Headers.Add("Origin", origin);
        return Send(request, host);
    }

    Task<HttpResponseMessage> Get(string path, string? cookie = null, string? host = null, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, sample.Host.Url + path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (tag is not null) request.Headers.Add("If-None-Match", tag);
        return Send(request, host);
    }

    static async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? host)
    {
        if (host is not null) request.Headers.Host = host;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

/// <summary>Where a host issues no tokens, its pages take the header alone and say so.</summary>
public sealed class PageWithoutDevelopmentTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task There_is_nobody_to_choose_and_nothing_to_sign_in_with()
    {
        var page = await host.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        page.ShouldContain("Authorization: Bearer");
        page.ShouldNotContain("<form");
        (await host.Http.PostAsync("/sign-in", new FormUrlEncodedContent([new("persona", "auditor")]), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var world = new World(host);
        var seller = await world.Merchant();
        var registration = await World.Registration(seller, await world.Campaign());
        (await host.Http.GetAsync($"/registrations/{registration}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await seller.Caller.Get($"/registrations/{registration}")).ShouldBe(HttpStatusCode.OK);
        (await (await world.Merchant()).Caller.Get($"/registrations/{registration}")).ShouldBe(HttpStatusCode.NotFound);
    }
}
