using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace LiveCommerce.Tests.Guards;

/// <summary>Packs what was built, as a release does.</summary>
public sealed class PackageTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("packages-").FullName;

    [Theory]
    [InlineData("LiveCommerce.Domain", "NodaTime")]
    [InlineData("LiveCommerce.Postgres", "LiveCommerce.Domain", "Npgsql")]
    public async Task A_package_has_documentation_licence_readme_and_its_arrows(string id, params string[] dependencies)
    {
        await Pack(id);
        using var package = ZipFile.OpenRead(Directory.GetFiles(folder, "*.nupkg").ShouldHaveSingleItem());
        Package.Faults(package, id, dependencies).ShouldBeEmpty();
        using var symbols = ZipFile.OpenRead(Directory.GetFiles(folder, "*.snupkg").ShouldHaveSingleItem());
        Package.FaultsOfSymbols(symbols, id, Repository.Find("").TrimEnd('/')).ShouldBeEmpty();
    }

    [Fact]
    public void A_poor_package_is_caught()
    {
        using var package = Zip(("Poor.nuspec", """
            <package><metadata><id>Poor</id><description>Short</description><license type="expression">MIT</license>
            <repository type="git" commit="0123" /><dependencies><dependency id="Marten" version="9.0.0" /></dependencies></metadata></package>
            """));
        Package.Faults(package, "Poor", "NodaTime").ShouldBe(
        [
            "lib/net10.0/Poor.dll is missing", "lib/net10.0/Poor.xml is missing", "README.md is missing", "the package tells when it was packed",
            "the licence is missing", "the readme is not named", "the description is missing", "the package names the repository that it was built in", "it depends on Marten",
        ]);
    }

    [Fact]
    public void Symbols_that_name_a_folder_are_caught()
    {
        using var symbols = Zip(("lib/net10.0/Poor.pdb", "BSJB /somebody/src/Poor.cs"));
        Package.FaultsOfSymbols(symbols, "Poor", "/somebody").ShouldBe(["the symbols name /somebody"]);
        Package.FaultsOfSymbols(symbols, "Other", "/somebody").ShouldBe(["the symbols are missing"]);
    }

    public void Dispose() => Directory.Delete(folder, true);

    async Task Pack(string id)
    {
        var configuration = typeof(PackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        using var pack = Process.Start(new ProcessStartInfo("dotnet",
            ["pack", Repository.Find($"src/{id}"), "--no-build", "--configuration", configuration, "--output", folder, "--verbosity", "quiet", "-maxCpuCount:1", "-nodeReuse:false"])
        { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet did not start.");
        var story = await pack.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pack.WaitForExitAsync(TestContext.Current.CancellationToken);
        pack.ExitCode.ShouldBe(0, story);
    }

    static ZipArchive Zip(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, true))
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        return new(bytes, ZipArchiveMode.Read);
    }
}
