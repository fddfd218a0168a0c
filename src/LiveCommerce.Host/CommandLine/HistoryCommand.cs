using System.Runtime.CompilerServices;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>history</c>: every fact about one thing, as a sentence or as JSON.</summary>
static class HistoryCommand
{
    const int PageSize = 1000;

    /// <summary>The ids that it takes.</summary>
    public static string Forms { get; } = string.Join(", ", HistoryKind.Prefixes.Select(prefix => $"{prefix}_..."));

    public static async Task<int> Run(IConfiguration configuration, string id, bool asJson, CancellationToken stop)
    {
        if (HistoryKind.Find(id) is not var (kind, stream))
        {
            Console.Error.WriteLine($"'{id}' is no id with a history: {Forms}.");
            return ExitCode.Usage;
        }
        await using var log = await OpenLog.Open(HostSettings.From(configuration), stop);
        var found = false;
        await foreach (var recorded in Read(log.Store, kind.Stream, stream, stop))
        {
            found = true;
            Console.Out.WriteLine(asJson ? HistoryLine.Json(recorded) : HistoryLine.Text(recorded));
        }
        if (found) return ExitCode.Done;
        Console.Error.WriteLine($"There is no {id}.");
        return ExitCode.NotFound;
    }

    static async IAsyncEnumerable<RecordedEvent> Read(PostgresEventStore store, StreamKind kind, Guid stream, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var query = new ReadQuery(0, PageSize); ;)
        {
            var page = await store.ReadStream(stream, query, stop);
            foreach (var recorded in page.Where(recorded => recorded.StreamType == kind.Alias)) yield return recorded;
            if (page.Count < PageSize) yield break;
            query = query with { After = page[^1].Version };
        }
    }
}
