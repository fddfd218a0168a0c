using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LiveCommerce.Tests.Pages.Browser))]

namespace LiveCommerce.Tests.Pages;

/// <summary>The distribution's Chromium, started when a test first asks; <c>build/setup</c> installs it where it may.</summary>
public sealed class Browser : IAsyncDisposable
{
    static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(Start);

    internal async Task<IPage> Page(string url, BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await started.Value;
        var context = await browser.NewContextAsync(options ?? new());
        context.SetDefaultTimeout((float)TimeSpan.FromMinutes(1).TotalMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated) return;
        var (driver, browser) = await started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    static async Task<(IPlaywright, IBrowser)> Start()
    {
        var program = Places.FirstOrDefault(File.Exists);
        program.ShouldNotBeNull("There is no Chromium here. Install the distribution's package 'chromium'; ./test does so as root on Debian and Ubuntu.");
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments, Timeout = (float)TimeSpan.FromMinutes(1).TotalMilliseconds }));
    }
}
