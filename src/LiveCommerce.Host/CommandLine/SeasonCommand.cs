using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>season</c>: loads the sample season into whatever database is configured.</summary>
static class SeasonCommand
{
    public static async Task<int> Run(IConfiguration configuration, CancellationToken stop)
    {
        await using var log = await OpenLog.Open(HostSettings.From(configuration), stop);
        var loaded = await log.LoadSeason(stop);
        Console.Error.WriteLine(loaded == 0 ? "The sample season was there already." : $"The sample season was loaded: {loaded} steps.");
        return ExitCode.Done;
    }
}
