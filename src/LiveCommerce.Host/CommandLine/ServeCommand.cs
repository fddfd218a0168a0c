using LiveCommerce.Host.Season;
using LiveCommerce.Host.Startup;
using LiveCommerce.Postgres;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>serve</c>: finds or starts the database, serves until it is asked to stop, and leaves nothing running.</summary>
static class ServeCommand
{
    public static async Task<int> Run(Terminal terminal, CancellationToken stop)
    {
        var settings = terminal.Settings;
        settings.CheckForServing();
        if (settings.IsEmbedded) terminal.Errors.WriteLine($"Opening the private database in {settings.DataFolder} ...");
        await using var log = await OpenLog.Open(settings, stop);
        var development = settings.IssuesTokens && !OperatingSystem.IsWindows() ? await Development.Prepare(settings.DataFolder, stop) : null;
        var differing = await new ReadModels(log.Connections).Differing(stop);
        foreach (var view in differing) terminal.Errors.WriteLine($"{view} Until then this host reads, is not ready, and writes nothing.");
        if (settings.IsEmbedded && differing.Count == 0) await LoadSeason(terminal, log, stop);

        await using var app = LiveCommerceServer.Create(settings, terminal.Configuration, log, development);
        await app.StartAsync(stop);
        terminal.Output.WriteLine(Banner.Of(LiveCommerceServer.UrlOf(app), settings, development));
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }

    /// <summary>A database that was worked with, or that holds another season, is served as it is.</summary>
    static async Task LoadSeason(Terminal terminal, OpenLog log, CancellationToken stop)
    {
        try
        {
            if (await log.Season().Load(OpenLog.Now(), stop) is not (> 0 and var steps)) return;
            await SeasonReminders.Send(log, stop);
            terminal.Errors.WriteLine($"The sample season was loaded: {steps} steps.");
        }
        catch (SeasonFailedException failed)
        {
            terminal.Errors.WriteLine($"The sample season was not loaded: {failed.Message}");
        }
    }
}
