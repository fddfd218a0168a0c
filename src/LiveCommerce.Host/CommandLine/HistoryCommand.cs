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

    public static async Task<int> Run(Terminal terminal, string id, bool asJson, CancellationToken stop)
    {
        if (Audited.Named(id) is not var (thing, stream))
            return terminal.Say(ExitCode.Usage, NoId(id));
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        var replayed = await new States(log.Store).Ask(reads => thing.Replay(stream, new AsOf.Instant(OpenLog.Now()), reads.HistoryOf), stop);
        if (replayed is Replayed.Found { Standing: var standing })
        {
            foreach (var recorded in standing.Facts) terminal.Output.WriteLine(asJson ? HistoryLine.Json(recorded, standing.Zone) : HistoryLine.Text(recorded, standing.Zone));
            return ExitCode.Done;
        }
        return terminal.Say(ExitCode.NotFound, $"There is no {id}.");
    }

    internal static string NoId(string text) => $"'{text}' is no id with a history: {Forms}.";
}
