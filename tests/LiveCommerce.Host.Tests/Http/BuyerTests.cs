using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveCommerce.Tests.Http;

/// <summary>A buyer reaches LIVE Events and nothing else, whatever routes there are.</summary>
public sealed partial class BuyerTests(TestHost host) : IClassFixture<TestHost>
{
    const string Own = "/v1/live-events/{plan}";

    [Fact, Rule("ROLE-01")]
    public async Task Every_other_route_is_closed_to_a_buyer()
    {
        var buyer = new Caller(host.Http, host.Tokens.For("buyer", user: "usr-ayu"));
        var before = await host.Rows();
        var tried = 0;
        foreach (var endpoint in host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || pattern.StartsWith(Own, StringComparison.Ordinal)) continue;
            foreach (var method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            {
                var path = Parameter().Replace(pattern, "nonsense");
                var answer = method == "GET" ? await buyer.Get(path) : await buyer.WriteRaw(new(method), path, "{");
                answer.Status.ShouldBe(HttpStatusCode.Forbidden, $"{method} {pattern}");
                tried++;
            }
        }
        tried.ShouldBeGreaterThan(30);
        (await host.Rows()).ShouldBe(before);
    }

    [Fact, Rule("ROLE-01")]
    public void Nothing_of_the_API_is_open_to_everybody_but_the_calendar_that_its_secret_opens() =>
        host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("v1", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText).ShouldBe(["/v1/calendars/{calendar}/{token}.ics"]);

    [Fact]
    public async Task A_page_shows_a_buyer_no_registration()
    {
        var world = new World(host);
        var registration = await World.Registration(await world.Merchant(), await world.Campaign());
        var buyer = new Caller(host.Http, host.Tokens.For("buyer", user: "usr-ayu"));
        using var timeline = await buyer.GetRaw($"/registrations/{registration}");
        timeline.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var home = await buyer.GetRaw("/");
        (await home.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(registration);
    }

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
