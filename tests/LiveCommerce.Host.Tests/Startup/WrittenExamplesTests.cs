using System.Net;
using LiveCommerce.Host.Startup;

namespace LiveCommerce.Tests.Startup;

/// <summary>What README and samples show is tried as they show it.</summary>
public sealed class WrittenExamplesTests(SampleHost sample) : IClassFixture<SampleHost>
{
    const string ReadmeUrl = "http://127.0.0.1:5080";
    const string ReadmeToken = "{~/.local/share,/var/lib}/livecommerce/development/merchant.token 2>/dev/null";

    [Fact]
    public async Task The_first_request_of_the_readme_is_accepted()
    {
        var readme = await Read("README.md");
        var request = FirstRequest.Of(ReadmeUrl, ReadmeToken);
        readme.ShouldContain(request);

        var answer = await Shell.Paste(request.Replace(ReadmeUrl, sample.Host.Url, StringComparison.Ordinal).Replace(ReadmeToken, $"'{Token("merchant")}'", StringComparison.Ordinal));

        answer.ShouldStartWith("{\"recorded\":true,");
    }

    [Fact]
    public async Task Every_request_of_the_first_day_gets_the_status_that_its_title_says()
    {
        var script = new HttpScript(await Read("samples/first-day.http"), new Dictionary<string, string>
        {
            ["host"] = sample.Host.Url,
            ["merchant"] = await TokenOf("merchant"),
            ["creator"] = await TokenOf("creator"),
            ["reviewer"] = await TokenOf("reviewer"),
        });

        var results = await script.Run(TestContext.Current.CancellationToken);

        results.Count.ShouldBeGreaterThan(10);
        results.ShouldAllBe(result => result.Came == result.Promised);
        results.ShouldContain(result => result.Promised == HttpStatusCode.UnprocessableEntity);
    }

    string Token(string persona) => Path.Combine(sample.Data.Development, $"{persona}.token");

    async Task<string> TokenOf(string persona) => (await File.ReadAllTextAsync(Token(persona), TestContext.Current.CancellationToken)).Trim();

    static Task<string> Read(string path) => File.ReadAllTextAsync(Repository.Find(path), TestContext.Current.CancellationToken);
}
