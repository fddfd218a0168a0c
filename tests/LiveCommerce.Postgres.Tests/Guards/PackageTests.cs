using System.IO.Compression;
using System.Text;
using LiveCommerce.Tests.Samples;

namespace LiveCommerce.Tests.Guards;

/// <summary>Looks into what was packed, as a release packs it.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    [Theory]
    [InlineData("LiveCommerce.Domain", "NodaTime")]
    [InlineData("LiveCommerce.Postgres", "LiveCommerce.Domain", "Npgsql")]
    public async Task A_package_has_documentation_licence_readme_and_its_arrows(string id, params string[] dependencies)
    {
        var folder = await feed.Packages;
        using var package = ZipFile.OpenRead(Directory.GetFiles(folder, $"{id}.*.nupkg").ShouldHaveSingleItem());
        Package.Faults(package, id, dependencies).ShouldBeEmpty();
        using var symbols = ZipFile.OpenRead(Directory.GetFiles(folder, $"{id}.*.snupkg").ShouldHaveSingleItem());
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
