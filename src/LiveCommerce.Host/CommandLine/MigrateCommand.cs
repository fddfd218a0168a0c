using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>migrate</c>: brings the schema up to date and names the steps taken.</summary>
static class MigrateCommand
{
    public static async Task<int> Run(IConfiguration configuration, CancellationToken stop)
    {
        await using var log = await OpenLog.Open(HostSettings.From(configuration), stop);
        foreach (var step in log.Migrated) Console.Out.WriteLine(step);
        Console.Error.WriteLine(log.Migrated.Count == 0 ? "The schema was up to date." : $"The schema is up to date: {log.Migrated.Count} steps taken.");
        return ExitCode.Done;
    }
}
