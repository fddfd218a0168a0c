using System.Net;
using System.Text.RegularExpressions;
using LiveCommerce.Host.Startup;
using LiveCommerce.Tests.Written;

namespace LiveCommerce.Tests.Startup;

/// <summary>What README and samples show is tried as they show it.</summary>
public sealed partial class WrittenExamplesTests(SampleHost sample) : IClassFixture<SampleHost>
{
    const string ReadmeUrl = "http://127.0.0.1:5080";
    const string DevelopmentFolder = "{~/.local/share,/var/lib}/livecommerce/development";
    const string ReadmeToken = $"{DevelopmentFolder}/merchant.token 2>/dev/null";
    const string Page = "docs/first-ten-minutes.md";

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

    [Fact]
    public async Task The_first_ten_minutes_of_a_caller_an_auditor_and_an_operator_are_as_the_page_says()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var shell = new ShellSession(Directory.CreateDirectory(Path.Combine(sample.Data.Path, "a terminal's")).FullName);

        var caller = await WrittenPage.Follow(await WrittenPage.Section(Page, "You call the API", cancellation), shell, Here, cancellation);
        var auditor = await WrittenPage.Follow(await WrittenPage.Section(Page, "You audit", cancellation), shell, Here, cancellation);
        var operating = await WrittenPage.Follow(await WrittenPage.Section(Page, "You operate a host", cancellation), shell, Here, cancellation);

        (caller, auditor, operating).ShouldBe((7, 8, 4));
    }

    [Fact, Rule("PLAN-01"), Rule("PLAN-14"), Rule("PLAN-15")]
    public async Task From_a_plan_to_the_reminder_of_its_LIVE_as_the_page_says()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var shell = new ShellSession(Directory.CreateDirectory(Path.Combine(sample.Data.Path, "a buyer's")).FullName);
        (await WrittenPage.Follow(await WrittenPage.Section("docs/first-live.md", "Follow it", cancellation), shell, Here, cancellation)).ShouldBe(7);
    }

    [Fact]
    public async Task The_page_on_calendars_is_as_it_says()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var shell = new ShellSession(Directory.CreateDirectory(Path.Combine(sample.Data.Path, "a seller's")).FullName);
        foreach (var section in new[] { "Make the link", "Take it back" })
            (await WrittenPage.Follow(await WrittenPage.Section("docs/calendar.md", section, cancellation), shell, Here, cancellation)).ShouldBe(1, section);
    }

    // what the page says of anybody's machine, as it is on this one
    string Here(string text) => Run().Replace(text, $"dotnet '{HostProcess.Program}' $1 --data '{sample.Data.Path}'")
        .Replace(ReadmeUrl, sample.Host.Url, StringComparison.Ordinal).Replace(DevelopmentFolder, $"'{sample.Data.Development}'", StringComparison.Ordinal);

    [GeneratedRegex(@"^\./run (.*)$", RegexOptions.Multiline)]
    private static partial Regex Run();

    string Token(string persona) => Path.Combine(sample.Data.Development, $"{persona}.token");

    async Task<string> TokenOf(string persona) => (await File.ReadAllTextAsync(Token(persona), TestContext.Current.CancellationToken)).Trim();

    static Task<string> Read(string path) => File.ReadAllTextAsync(Repository.Find(path), TestContext.Current.CancellationToken);
}
