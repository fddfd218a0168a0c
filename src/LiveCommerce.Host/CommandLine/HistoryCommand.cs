using System.Runtime.CompilerServices;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>history</c>: every fact about one thing, as a sentence or as JSON.</summary>
static class HistoryCommand
{
    const int PageSize = 1000;

    static readonly Dictionary<string, StreamKind> Kinds = new()
    {
        [RegistrationId.Prefix] = Registration.Kind,
        [CampaignId.Prefix] = LivestreamCampaign.Kind,
        [MerchantId.Prefix] = Merchant.Kind,
        [AccountId.Prefix] = TikTokAccount.Kind,
    };

    public static async Task<int> Run(IConfiguration configuration, string id, bool asJson, CancellationToken stop)
    {
        if (KindOf(id, out var stream) is not { } kind)
        {
            Console.Error.WriteLine($"'{id}' is no id with a history: {string.Join(", ", Kinds.Keys.Select(prefix => $"{prefix}_..."))}.");
            return ExitCode.Usage;
        }
        await using var log = await OpenLog.Open(HostSettings.From(configuration), stop);
        var found = false;
        await foreach (var recorded in Read(log.Store, kind, stream, stop))
        {
            found = true;
            Console.Out.WriteLine(asJson ? HistoryLine.Json(recorded) : HistoryLine.Text(recorded));
        }
        if (found) return ExitCode.Done;
        Console.Error.WriteLine($"There is no {id}.");
        return ExitCode.NotFound;
    }

    static StreamKind? KindOf(string id, out Guid stream)
    {
        stream = default;
        var prefix = id[..Math.Max(id.LastIndexOf('_'), 0)];
        return Kinds.TryGetValue(prefix, out var kind) && TypeId.TryParse(prefix, id, out stream) ? kind : null;
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
