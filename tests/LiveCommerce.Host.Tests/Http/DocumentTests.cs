using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveCommerce.Host.Http.Problems;

namespace LiveCommerce.Tests.Http;

/// <summary>What is written about the API stays true.</summary>
public sealed class DocumentTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_committed_document_is_the_served_one()
    {
        var served = JsonNode.Parse(await host.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject();
        served["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        served.Remove("servers"); // the port is the test's own
        var text = served.ToJsonString(Indented) + "\n";
        var file = Path.Combine(Root(), "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("LIVECOMMERCE_ACCEPT") == "1") await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        File.Exists(file).ShouldBeTrue("run the tests with LIVECOMMERCE_ACCEPT=1");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(text, "docs/openapi.json is stale: run the tests with LIVECOMMERCE_ACCEPT=1 and look at the difference");
    }

    [Fact]
    public async Task Every_code_has_its_page()
    {
        ProblemPages.Codes.Count().ShouldBeGreaterThan(50);
        foreach (var code in ProblemPages.Codes)
            (await host.Http.GetStringAsync($"/problems/{code}", TestContext.Current.CancellationToken)).ShouldContain(code);
        (await host.Http.GetAsync("/problems/no-such-code", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}
