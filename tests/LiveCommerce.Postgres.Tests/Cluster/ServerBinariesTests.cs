using System.Diagnostics;
using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Cluster;

public sealed class ServerBinariesTests : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("lc-binaries-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task An_empty_search_path_finds_what_the_distribution_installed()
    {
        var found = await ServerBinaries.Locate("", ServerBinaries.DistributionFolders);

        File.Exists(found.InitDb).ShouldBeTrue();
        File.Exists(found.Control).ShouldBeTrue();
    }

    [Fact]
    public async Task The_search_path_comes_before_the_distribution_folders()
    {
        var mine = Install("mine");
        Install("dist/17/bin");

        (await ServerBinaries.Locate($"{root}/nothing:{mine}", [$"{root}/dist/*/bin"])).Folder.ShouldBe(mine);
    }

    [Fact]
    public async Task The_highest_version_wins_and_versions_are_numbers()
    {
        Install("dist/9.6/bin");
        Install("dist/15/bin");
        var newest = Install("dist/100/bin");

        (await ServerBinaries.Locate("", [$"{root}/dist/*/bin"])).Folder.ShouldBe(newest);
    }

    [Fact]
    public async Task Data_of_an_older_version_is_served_by_that_version()
    {
        var older = Install("dist/15/bin", "15.13 (Debian 15.13-0+deb12u1)");
        Install("dist/17/bin", "17.2");

        (await ServerBinaries.Locate("", [$"{root}/dist/*/bin"], major: "15")).Folder.ShouldBe(older);
    }

    [Fact]
    public async Task A_link_on_the_search_path_leads_to_the_folder_that_has_all_programs()
    {
        var real = Install("dist/15/bin");
        Directory.CreateDirectory($"{root}/links");
        File.CreateSymbolicLink($"{root}/links/postgres", $"{real}/postgres");

        (await ServerBinaries.Locate($"{root}/links", [])).Folder.ShouldBe(real);
    }

    [Fact]
    public async Task A_client_without_the_server_is_no_server()
    {
        File.Delete(Path.Combine(Install("client"), "initdb"));

        await Should.ThrowAsync<InvalidOperationException>(ServerBinaries.Locate($"{root}/client", []));
    }

    [Fact]
    public async Task Where_there_is_none_the_message_names_the_package_to_install()
    {
        var missing = await Should.ThrowAsync<InvalidOperationException>(ServerBinaries.Locate(null, [$"{root}/*/bin"]));

        missing.Message.ShouldContain("Debian and Ubuntu: postgresql;");
        missing.Message.ShouldContain("ConnectionStrings__LiveCommerce");
    }

    /// <summary>
    /// A shell writes the programs: a file that this process held open for writing could be held for a moment longer by any process that
    /// another test starts, and then it cannot be run ("text file busy").
    /// </summary>
    string Install(string folder, string version = "17.0")
    {
        var bin = Path.Combine(root, folder);
        Directory.CreateDirectory(bin);
        const string script = """for p in postgres initdb pg_ctl; do printf '#!/bin/sh\necho "%s (PostgreSQL) %s"\n' $p "$1" > $p; chmod 700 $p; done""";
        var shell = new ProcessStartInfo("/bin/sh", ["-c", script, "install", version]) { WorkingDirectory = bin };
        using var writing = Process.Start(shell).ShouldNotBeNull();
        writing.WaitForExit();
        return bin;
    }
}
