using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>history</c>: every fact about one thing, as a sentence or as JSON.</summary>
static class HistoryCommand
{
    /// <summary>The ids that it takes.</summary>
    public static string Forms { get; } = string.Join(", ", Audited.All.Select(thing => $"{thing.Prefix}_..."));

    public static async Task<int> Run(IConfiguration configuration, string id, bool asJson, CancellationToken stop)
    {
        if (Audited.Named(id) is not var (thing, stream))
        {
            Console.Error.WriteLine(NoId(id));
            return ExitCode.Usage;
        }
        await using var log = await OpenLog.Open(HostSettings.From(configuration), stop);
        var replayed = await new States(log.Store).Ask(reads => thing.Replay(stream, new AsOf.Instant(OpenLog.Now()), reads.HistoryOf), stop);
        if (replayed is Replayed.Found { Standing: var standing })
        {
            foreach (var recorded in standing.Facts) Console.Out.WriteLine(asJson ? HistoryLine.Json(recorded, standing.Zone) : HistoryLine.Text(recorded, standing.Zone));
            return ExitCode.Done;
        }
        Console.Error.WriteLine($"There is no {id}.");
        return ExitCode.NotFound;
    }

    internal static string NoId(string text) => $"'{text}' is no id with a history: {Forms}.";
}
