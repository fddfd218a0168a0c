using LiveCommerce.Host.Export;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Postgres.Registrations;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>export</c>: the histories of a campaign's registrations, as JSON Lines or CSV. Whoever can reach the database may read all of it.</summary>
static class ExportCommand
{
    public static async Task<int> Run(Terminal terminal, string id, string format, string? from, string? to, string? output, CancellationToken stop)
    {
        if (!TypeId.TryParse<CampaignId>(id, out var campaign)) return terminal.Say(ExitCode.Usage, $"'{id}' is no campaign's id: {CampaignId.Prefix}_...");
        if (format is not ("jsonl" or "csv")) return terminal.Say(ExitCode.Usage, "--format is jsonl or csv.");
        if (!TryMoment(from, out var first) || !TryMoment(to, out var end) || first >= end)
            return terminal.Say(ExitCode.Usage, "--from and --to are instants in UTC (2026-11-21T20:00:00Z), the first before the second.");
        if (output is not null && File.Exists(output)) return terminal.Say(ExitCode.CannotStart, $"There is a file {output} already; name another.");
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        var export = new CampaignExport(log.Store, new RegistrationQueries(log.Connections), new LogReader(log.Connections));
        if (await export.Begin(campaign, new($"command line, {Environment.UserName}", null, OpenLog.Now(), first, end), stop) is not { } header) return terminal.Say(ExitCode.NotFound, $"There is no {id}.");
        if (output is null)
        {
            await using var console = Console.OpenStandardOutput();
            if (await Write(export, header, format, console, stop) is { } manifest) terminal.Errors.WriteLine(manifest);
        }
        else await ToFile(export, header, format, output, stop);
        return ExitCode.Done;
    }

    /// <summary>The file has its name once it is whole.</summary>
    static async Task ToFile(CampaignExport export, ExportHeader header, string format, string output, CancellationToken stop)
    {
        var part = $"{output}.part";
        try
        {
            string? manifest;
            await using (var file = new FileStream(part, FileMode.Create)) manifest = await Write(export, header, format, file, stop);
            if (manifest is not null) await File.WriteAllTextAsync($"{output}.manifest.json", manifest + "\n", stop);
            File.Move(part, output);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The manifest that belongs beside it; null where the export says it all itself.</summary>
    static async Task<string?> Write(CampaignExport export, ExportHeader header, string format, Stream stream, CancellationToken stop)
    {
        if (format == "jsonl")
        {
            using var lines = new JsonLinesExport(stream);
            await export.Write(header, lines, stop);
            return null;
        }
        await using var csv = new CsvExport(stream);
        var (totals, sha256) = await export.Write(header, csv, stop);
        return ExportManifest.Of(header, totals, sha256);
    }

    static bool TryMoment(string? text, out Moment? moment)
    {
        moment = text is not null && EdgeMomentConverter.TryParse(text, out var parsed) ? parsed : null;
        return text is null || moment is not null;
    }
}
