using System.Globalization;
using System.Runtime;
using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>A stored log read, decoded and folded into the state of each thing, beside a bare read and parse of the same facts; both over one connection, on one thread.</summary>
static class LogReplay
{
    internal const string Name = "replay";
    internal const string Bare = "bare read and parse, for the replay";

    internal static async Task<IReadOnlyList<LogPass>> Measure(string connection, long facts)
    {
        await using var database = PostgresDatabase.Open(connection);
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        GCSettings.LatencyMode = GCLatencyMode.Batch; // nobody waits for an answer
        var warmUp = Math.Min(facts, 100_000);
        await Parse(connection, warmUp);
        await Replay(store, warmUp);
        return
        [
            await LogPass.Of(Bare, facts, () => Parse(connection, facts)),
            await LogPass.Of(Name, facts, () => Replay(store, facts)),
        ];
    }

    /// <summary>The least that anybody must do who reads the log: every body and every headers as a JSON document.</summary>
    static async Task<string> Parse(string connection, long upTo)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select data, headers from livecommerce.mt_events order by seq_id limit $1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        await using var reader = await command.ExecuteReaderAsync();
        var objects = 0;
        while (await reader.ReadAsync())
            for (var column = 0; column < 2; column++)
            {
                using var document = JsonDocument.Parse(reader.GetFieldValue<byte[]>(column));
                if (document.RootElement.ValueKind == JsonValueKind.Object) objects++;
            }
        return string.Create(CultureInfo.InvariantCulture, $"{objects:N0} documents");
    }

    static async Task<string> Replay(PostgresEventStore store, long upTo)
    {
        var (registrations, quotas) = (new Dictionary<Guid, Registration>(), new Dictionary<Guid, CampaignQuota>());
        await foreach (var fact in store.ReadFacts())
        {
            if (fact.Body is SlotTaken) quotas[fact.Stream] = CampaignQuota.Evolve(quotas.GetValueOrDefault(fact.Stream) ?? new(0), fact.Body);
            else if (fact.Body is RegistrationSubmitted) registrations[fact.Stream] = Registration.Evolve(registrations.GetValueOrDefault(fact.Stream) ?? new Registration.NotSubmitted(), fact.Body);
            if (--upTo == 0) break;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{registrations.Count:N0} registrations and {quotas.Count:N0} quotas");
    }
}
