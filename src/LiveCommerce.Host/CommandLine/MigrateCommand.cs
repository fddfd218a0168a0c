using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>migrate</c>: brings the schema up to date and names the steps taken.</summary>
static class MigrateCommand
{
    public static async Task<int> Run(Terminal terminal, CancellationToken stop)
    {
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        foreach (var step in log.Migrated) terminal.Output.WriteLine(step);
        terminal.Errors.WriteLine(log.Migrated.Count == 0 ? "The schema was up to date." : $"The schema is up to date: {log.Migrated.Count} steps taken.");
        return ExitCode.Done;
    }
}
