using System.Net;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>Who is let in, and what each role may do.</summary>
public sealed class SignInTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly string SomeMerchant = new MerchantId(Guid.CreateVersion7()).ToString();

    static readonly string[] Lists = ["/v1/campaigns", $"/v1/registrations?party={SomeMerchant}", "/v1/events"];

    [Fact]
    public async Task No_token_and_no_bad_token_gets_in()
    {
        var tokens = host.Tokens;
        var good = tokens.For("ops_admin");
        var bad = new Dictionary<string, string?>
        {
            ["none"] = null,
            ["nonsense"] = "nonsense",
            ["expired"] = tokens.For("ops_admin", expires: TimeSpan.FromSeconds(-31)),
            ["of another key"] = tokens.For("ops_admin", signedWith: new byte[32]),
            ["signed by nobody"] = Tokens.Unsigned(good),
            ["changed"] = good[..^2] + (good[^2] == 'A' ? "BB" : "AA"),
            ["for others"] = tokens.For("ops_admin", audience: "somebody-else"),
            ["of no known role"] = tokens.For("owner"),
            ["of the host's own role"] = tokens.For("system"),
            ["of a merchant without id"] = tokens.For("merchant"),
            ["of a merchant with a creator's id"] = tokens.For("merchant", merchant: new CreatorId(Guid.CreateVersion7()).ToString()),
            ["of a buyer without id"] = tokens.For("buyer", user: " "),
            ["of nobody"] = tokens.For("ops_admin", user: " "),
        };
        var before = await host.Recorded();
        foreach (var (what, token) in bad)
        {
            var caller = new Caller(host.Http, token);
            (await caller.Get("/v1/campaigns")).ShouldBeProblem(401, "sign-in.required");
            var write = (await caller.Post("/v1/campaigns", World.Terms())).ShouldBeProblem(401, "sign-in.required");
            write.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer", Case.Sensitive, what);
        }
        (await host.Recorded()).ShouldBe(before);
        (await new Caller(host.Http, good).Get("/v1/campaigns")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_auditor_writes_nothing_and_reads_everything()
    {
        var world = new World(host);
        var before = await host.Recorded();
        foreach (var route in WriteRoute.Of(host))
            (await world.Auditor.WriteRaw(route.Method, route.Path(), "{")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await host.Recorded()).ShouldBe(before);
        foreach (var path in Lists) (await world.Auditor.Get(path)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("merchant", "POST", "/v1/campaigns", false)]
    [InlineData("ops_reviewer", "POST", "/v1/campaigns", false)]
    [InlineData("ops_admin", "POST", "/v1/campaigns", true)]
    [InlineData("ops_reviewer", "POST", "/v1/merchants", false)]
    [InlineData("creator", "POST", "/v1/accounts", false)]
    [InlineData("merchant", "POST", "/v1/registrations/{r}/approve", false)]
    [InlineData("creator", "POST", "/v1/registrations/{r}/level", false)]
    [InlineData("ops_reviewer", "POST", "/v1/registrations/{r}/approve", true)]
    [InlineData("ops_admin", "POST", "/v1/registrations/{r}/remove", true)]
    [InlineData("ops_admin", "POST", "/v1/registrations/{r}/cancel", false)]
    [InlineData("merchant", "POST", "/v1/registrations/{r}/cancel", true)]
    [InlineData("merchant", "GET", "/v1/events", false)]
    [InlineData("creator", "GET", "/v1/events", false)]
    public async Task Each_role_may_do_its_own(string role, string method, string path, bool allowed)
    {
        path = path.Replace("{r}", new RegistrationId(Guid.CreateVersion7()).ToString(), StringComparison.Ordinal);
        var caller = new Caller(host.Http, host.Tokens.For(role, role == "merchant" ? SomeMerchant : null, role == "creator" ? new CreatorId(Guid.CreateVersion7()).ToString() : null));
        var answer = method == "GET" ? await caller.Get(path) : await caller.WriteRaw(HttpMethod.Post, path, "[]");
        if (allowed) answer.ShouldBeProblem(400, "request.malformed");
        else answer.ShouldBeProblem(403, "sign-in.role-not-allowed");
    }
}
