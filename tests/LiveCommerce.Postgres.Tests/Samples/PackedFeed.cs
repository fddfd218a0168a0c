using System.Diagnostics;
using System.Reflection;
using LiveCommerce.Tests.Samples;
using LiveCommerce.Tests.Written;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace LiveCommerce.Tests.Samples;

/// <summary>The packages as a release packs them, by the command of the page, in a folder that serves as a feed; packed when a test first asks.</summary>
public sealed class PackedFeed : IAsyncDisposable
{
    internal const string Page = "docs/first-ten-minutes.md", Embedding = "You embed the library";

    readonly string root = Directory.CreateTempSubdirectory("stranger-").FullName;
    readonly Lazy<Task<string>> packages;

    // seven programs are compiled: by one compiler of their own, that is ended with them
    readonly string compiler = $"stranger-{Guid.NewGuid():N}";

    // the page's folder lies at home: its commands are run as they stand there
    (string, string) Home => ("HOME", root);

    public PackedFeed() => packages = new(Pack);

    /// <summary>The feed's folder.</summary>
    internal Task<string> Packages => packages.Value;

    /// <summary>
    /// A terminal in an empty folder of a machine that knows LiveCommerce from the feed alone. What the packages need of others is where the
    /// build of this repository put it, so nothing is fetched.
    /// </summary>
    internal ShellSession Terminal(string folder)
    {
        var config = Path.Combine(root, "nuget.config");
        if (!File.Exists(config)) File.WriteAllText(config, "<configuration><packageSources><clear /></packageSources></configuration>");
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return new(Directory.CreateDirectory(Path.Combine(root, folder)).FullName, Home,
            ("NUGET_PACKAGES", Path.Combine(root, "cache", folder)), ("NUGET_FALLBACK_PACKAGES", known), ("MSBUILDDISABLENODEREUSE", "1"),
            ("UseSharedCompilation", "true"), ("SharedCompilationId", compiler));
    }

    public async ValueTask DisposeAsync()
    {
        if (packages.IsValueCreated) await packages.Value.ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var process in Process.GetProcesses())
            using (process)
                if (CommandLineOf(process).Contains(compiler, StringComparison.Ordinal)) process.Kill();
        Directory.Delete(root, true);
    }

    static string CommandLineOf(Process process)
    {
        try { return File.ReadAllText($"/proc/{process.Id}/cmdline"); }
        catch (IOException) { return ""; } // it has ended meanwhile
    }

    async Task<string> Pack()
    {
        var configuration = typeof(PackedFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var command = (await WrittenPage.Section(Page, Embedding, TestContext.Current.CancellationToken))[0].Text;
        command.ShouldContain("dotnet pack src/LiveCommerce.$package --configuration Release");
        await using var shell = new ShellSession(Repository.Find(""), Home);
        await shell.Paste(command.Replace("--configuration Release", $"--configuration {configuration} --no-build --verbosity quiet -maxCpuCount:1 -nodeReuse:false", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        return Path.Combine(root, "livecommerce-packages");
    }
}
