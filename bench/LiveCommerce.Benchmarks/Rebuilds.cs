using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>All read models built anew from a log of submissions, indexes, flip and the deletion of the old rows included, beside a bare read and parse of the same facts.</summary>
static class Rebuilds
{
    internal const string Name = "rebuild of all read models";
    const int BatchSize = 512;

    /// <summary>How many facts the log has.</summary>
    internal static int Events { get; set; } = 1_000_000;

    internal static async Task<IReadOnlyList<LogPass>> Measure(Server server)
    {
        var connection = await server.Database();
        await using var database = PostgresDatabase.Open(connection);
        await Fill(database);
        var facts = await Server.Ask<long>(connection, "select count(*) from livecommerce.mt_events");
        var models = new ReadModels(database);
        await models.Rebuild(); // the code is compiled and the rows lie in the order of their streams, as after any earlier rebuild
        var floor = await LogPass.Of("bare read and parse", facts, () => LogPass.Parse(connection, facts));
        var rebuild = await LogPass.Of(Name, facts, () => Rebuild(models));
        return [floor, rebuild];
    }

    static async Task Fill(PostgresDatabase database)
    {
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        var submissions = new Submissions(new CampaignId(Guid.CreateVersion7()), 512);
        for (var facts = 0; facts < Events; facts += 2 * BatchSize)
            if (await store.Append([.. Enumerable.Range(0, BatchSize).Select(_ => submissions.Next())], CancellationToken.None) is not AppendOutcome.Committed)
                throw new InvalidOperationException("A conflict where there can be none.");
    }

    static async Task<string> Rebuild(ReadModels models)
    {
        var parts = new Parts();
        await models.Rebuild(progress: parts);
        return parts.ToString();
    }

    /// <summary>How long it took until the new rows were in use.</summary>
    sealed class Parts : IProgress<RebuildProgress>
    {
        readonly List<string> said = [];
        long began;

        public void Report(RebuildProgress value)
        {
            if (began == 0) began = Stopwatch.GetTimestamp();
            if (value.IsInUse) said.Add(string.Create(CultureInfo.InvariantCulture, $"{value.Views.Count} read models, {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s until in use"));
        }

        public override string ToString() => string.Join(", ", said);
    }
}
