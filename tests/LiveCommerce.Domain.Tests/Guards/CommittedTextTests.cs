using System.Diagnostics;

namespace LiveCommerce.Tests.Guards;

/// <summary>Whoever clones builds on their own machine, from the registry that they have configured: lock files included, nothing names ours.</summary>
public sealed class CommittedTextTests
{
    // put together here, so that this file does not name what it forbids
    static readonly string[] forbidden =
        [.. new[] { "api.nuget|org", "registry.npmjs|org", "deb.debian|org", "archive.ubuntu|com", "v3/index|json", "files.pythonhosted|org" }.Select(host => host.Replace('|', '.')),
         .. new[] { "work", "root", "home" }.Select(folder => $"/{folder}/")];

    [Fact]
    public void No_committed_text_names_a_registry_or_a_machine()
    {
        var files = Committed();
        files.ShouldContain("LiveCommerce.sln");
        files.Where(file => File.Exists(Repository.Find(file))).SelectMany(file => Naming(file, File.ReadAllText(Repository.Find(file)))).ShouldBeEmpty();
    }

    [Fact]
    public void Each_forbidden_text_is_caught() =>
        forbidden.ShouldAllBe(text => Naming("package-lock.json", $"\n\"resolved\": \"https:/{(text[0] == '/' ? "" : "/")}{text}/a.tgz\"").SequenceEqual(new[] { $"package-lock.json:2 names {text}" }));

    static IEnumerable<string> Naming(string file, string text) =>
        text.Split('\n').SelectMany((line, at) => forbidden.Where(line.Contains).Select(name => $"{file}:{at + 1} names {name}"));

    static string[] Committed()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Repository.Find(""), RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("git did not start.");
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.SkipUnless(git.ExitCode == 0, "This is no clone: git lists no files.");
        return names.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
