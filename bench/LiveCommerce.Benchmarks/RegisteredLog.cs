using LiveCommerce.Postgres;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>A database in which so many LIVE sessions are registered for one campaign, by merchants that use up their hundred; written by the store's own batches.</summary>
static class RegisteredLog
{
    const int BatchSize = 512;

    internal static int PartiesOf(int registrations) => Math.Max(1, registrations / RegistrationPolicy.Cap);

    internal static async Task<string> Fill(Server server, int registrations)
    {
        var connection = await server.Database();
        var parties = PartiesOf(registrations);
        await using (var host = new Host(connection)) await Scene.Prepare(host.Pipeline, parties, campaigns: 1);
        await using var database = PostgresDatabase.Open(connection);
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        var party = 0;
        var submissions = new Submissions(Scene.Campaign(0), parties, () => (Scene.Seller(party).Party!, Scene.Account(party++)), Scene.Facts);
        for (var written = 0; written < registrations; written += BatchSize)
            if (await store.Append([.. Enumerable.Range(0, Math.Min(BatchSize, registrations - written)).Select(_ => submissions.Next())], CancellationToken.None) is not AppendOutcome.Committed)
                throw new InvalidOperationException("A conflict where there can be none.");
        await Server.Run(connection, "vacuum analyze"); // as autovacuum leaves it
        return connection;
    }
}
