using LiveCommerce.Tests.Written;

namespace LiveCommerce.Tests.Samples;

/// <summary>The programs of samples/, built from the packages and run as processes of their own.</summary>
public sealed class SampleTests(PackedFeed feed, TestCluster cluster)
{
    static readonly string[] Copied = ["*.cs", "*.csproj", "*.props", "*.slnx", "nuget.config"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sample_is_built_from_the_packages_and_says_what_it_should()
    {
        await using var shell = feed.Terminal("samples");
        foreach (var file in Copied.SelectMany(pattern => Directory.GetFiles(Repository.Find("samples"), pattern, SearchOption.AllDirectories)).Where(IsWritten))
            await shell.Paste($"install -D '{file}' '{Of(file)}'", Cancellation);
        await shell.Paste($"sed -i 's|../artifacts/packages|{await feed.Packages}|' nuget.config; dotnet build --configuration Release --verbosity quiet --nologo -maxCpuCount:1", Cancellation);

        (await Run(shell, "EmbedInMemory")).ShouldStartWith("Answered: Recorded\nAdministrator usr_me onboarded merchant mer_");
        (await Run(shell, "EmbedOnPostgres")).ShouldEndWith(" is UnderReview in slot 1.");
        (await Run(shell, "EmbedFollower")).ShouldBe("Asia/Jakarta: 2\nEurope/London: 1");
        (await Run(shell, "EmbedAggregate")).ShouldBe("""
            Administrator usr_me opened a studio with 1 seats.
            Administrator usr_me booked a seat.
            Administrator usr_me asked to book seat and was refused: The studio has no seat left. (studio.full, STU-01).
            Studio { Seats = 1, Booked = 1 }
            """);
    }

    async Task<string> Run(ShellSession shell, string sample) =>
        await shell.Paste($"dotnet {sample}/bin/Release/net10.0/{sample}.dll '{await cluster.CreateDatabase()}'", Cancellation);

    static string Of(string file) => Path.GetRelativePath(Repository.Find("samples"), file);

    static bool IsWritten(string file) => !Of(file).Split('/').Any(part => part is "bin" or "obj");
}
