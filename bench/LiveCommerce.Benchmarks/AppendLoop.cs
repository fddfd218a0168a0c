using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>The append alone: decided submissions, made beforehand, in batches of one size over one connection.</summary>
static class AppendLoop
{
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5); // the JIT compiles for that long, on the same two processors
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    internal static async Task<Figure> Run(Server server, int size)
    {
        await using var database = PostgresDatabase.Open(await server.Database());
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        var submissions = new Submissions(new CampaignId(Guid.CreateVersion7()), 512);
        await Measure(store, submissions, size, WarmUp);
        return await Measure(store, submissions, size, Duration);
    }

    static async Task<Figure> Measure(PostgresEventStore store, Submissions submissions, int size, TimeSpan duration)
    {
        var (busy, host, database) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var times = new List<double>();
        while (busy < duration)
        {
            var batches = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, size).Select(_ => submissions.Next()).ToArray()).ToArray();
            var before = new ProcessorTime();
            foreach (var batch in batches)
            {
                var watch = Stopwatch.StartNew();
                if (await store.Append(batch, CancellationToken.None) is not AppendOutcome.Committed) throw new InvalidOperationException("A conflict where there can be none.");
                busy += watch.Elapsed;
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            var spent = new ProcessorTime().Since(before);
            (host, database) = (host + spent.Host, database + spent.Database);
        }
        times.Sort();
        var count = times.Count * size;
        var best = size / times[times.Count / 10] * 1000;
        return new($"append, batches of {size}", 1, count / busy.TotalSeconds, times[times.Count / 2], times[times.Count * 99 / 100])
        {
            HostMicroseconds = host.TotalMicroseconds / count,
            DatabaseMicroseconds = database.TotalMicroseconds / count,
            Note = $"times are a batch's; best tenth {best:N0}/s",
        };
    }
}
