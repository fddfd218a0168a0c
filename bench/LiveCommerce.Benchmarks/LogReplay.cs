using System.Globalization;
using System.Runtime;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>A stored log read, decoded and folded into the state of each thing, beside a bare read and parse of the same facts; both over one connection, on one thread.</summary>
static class LogReplay
{
    internal const string Name = "replay";
    internal const string Bare = "bare read and parse, for the replay";
    const string Checked = "replay that checks each digest";
    const int PageSize = 10_000;

    internal static async Task<IReadOnlyList<LogPass>> Measure(string connection, long facts)
    {
        await using var database = PostgresDatabase.Open(connection);
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        GCSettings.LatencyMode = GCLatencyMode.Batch; // nobody waits for an answer
        var warmUp = Math.Min(facts, 100_000);
        await LogPass.Parse(connection, warmUp);
        await Replay(store, warmUp);
        await ReplayChecked(store, warmUp);
        return
        [
            await LogPass.Of(Bare, facts, () => LogPass.Parse(connection, facts)),
            await LogPass.Of(Name, facts, () => Replay(store, facts)),
            await LogPass.Of(Checked, facts, () => ReplayChecked(store, facts)),
        ];
    }

    static async Task<string> Replay(PostgresEventStore store, long upTo)
    {
        var states = new States();
        await foreach (var fact in store.ReadFacts())
        {
            states.Fold(fact.Stream, fact.Body);
            if (--upTo == 0) break;
        }
        return states.ToString();
    }

    static async Task<string> ReplayChecked(PostgresEventStore store, long upTo)
    {
        var (states, position) = (new States(), 0L);
        while (upTo > 0 && await store.ReadAll(new(position, (int)Math.Min(upTo, PageSize)), CancellationToken.None) is { Count: > 0 } page)
        {
            foreach (var fact in page)
            {
                if (!fact.IsIntact()) throw new InvalidOperationException($"Altered: {fact.Position}");
                states.Fold(fact.Stream, fact.Body);
            }
            (position, upTo) = (page[^1].Position, upTo - page.Count);
        }
        return states.ToString();
    }

    /// <summary>The state of each registration and each quota.</summary>
    sealed class States
    {
        readonly Dictionary<Guid, Registration> registrations = [];
        readonly Dictionary<Guid, CampaignQuota> quotas = [];

        internal void Fold(Guid stream, IEvent body)
        {
            if (body is SlotTaken) quotas[stream] = CampaignQuota.Evolve(quotas.GetValueOrDefault(stream) ?? new(0), body);
            else if (body is RegistrationSubmitted) registrations[stream] = Registration.Evolve(registrations.GetValueOrDefault(stream) ?? new Registration.NotSubmitted(), body);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{registrations.Count:N0} registrations and {quotas.Count:N0} quotas");
    }
}
