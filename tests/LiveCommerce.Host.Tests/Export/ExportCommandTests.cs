using System.Text.Json;
using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Tests.Audit;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Export;

[Collection<OneLateSeason>]
public sealed class ExportCommandTests(LateSeason season) : IAsyncDisposable
{
    static readonly string Fridays = $"{SeasonCampaigns.FridayNights}";
    readonly DataFolder data = new();
    readonly string folder = Directory.CreateTempSubdirectory("export-").FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return data.DisposeAsync();
    }

    [Fact]
    public async Task A_csv_has_its_manifest_beside_it_and_is_not_written_over()
    {
        var file = Path.Combine(folder, "fridays.csv");
        (await Run("--campaign", Fridays, "--format", "csv", "--output", file)).ShouldBe((0, "", ""));

        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["fridays.csv", "fridays.csv.manifest.json"]);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync($"{file}.manifest.json", TestContext.Current.CancellationToken)).RootElement;
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        manifest.GetProperty("sha256").GetString().ShouldBe(Digest.Of(bytes));
        manifest.GetProperty("header").GetProperty("position").GetInt64().ShouldBe(season.Log[^1].Position);
        manifest.GetProperty("header").GetProperty("exportedBy").GetString().ShouldBe($"command line, {Environment.UserName}");

        var (code, _, errors) = await Run("--campaign", Fridays, "--format", "csv", "--output", file);
        (code, errors).ShouldBe((2, $"There is a file {file} already; name another."));
        (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Json_lines_come_on_standard_output_and_a_filter_is_told()
    {
        await using var program = HostProcess.Start(data.Path, ["export", "--campaign", Fridays, "--from", "2001-01-01T00:00:00Z", "--to", "2001-01-02T00:00:00Z"], ("ConnectionStrings__LiveCommerce", season.Database));
        var (code, output) = await program.Exit();
        (code, program.Errors.Trim()).ShouldBe((0, ""));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("to").GetString().ShouldBe("2001-01-02T00:00:00Z");
        JsonDocument.Parse(lines[1]).RootElement.GetProperty("facts").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData(3, "There is no cmp_", "--campaign", "cmp_00000000000000000000000000")]
    [InlineData(1, "is no campaign's id", "--campaign", "reg_00000000000000000000000000")]
    [InlineData(1, "is no campaign's id", "--campaign", "")]
    [InlineData(1, "'--campaign' is required")]
    [InlineData(1, "--format is jsonl or csv", "--campaign", null, "--format", "xlsx")]
    [InlineData(1, "--from and --to are instants", "--campaign", null, "--from", "yesterday")]
    [InlineData(1, "the first before the second", "--campaign", null, "--from", "2026-01-02T00:00:00Z", "--to", "2026-01-02T00:00:00Z")]
    [InlineData(2, "livecommerce: ", "--campaign", null, "--output", "/nowhere/at/all.jsonl")]
    public async Task What_cannot_be_exported_is_said_on_standard_error(int exit, string message, params string?[] options)
    {
        var (code, output, errors) = await Run([.. options.Select(option => option ?? Fridays)]);
        code.ShouldBe(exit, errors);
        errors.ShouldContain(message);
        if (exit != 1) output.ShouldBe("");
    }

    Task<(int Code, string Output, string Errors)> Run(params string[] options) => CommandLine.Run(season.Database, ["export", .. options]);
}
