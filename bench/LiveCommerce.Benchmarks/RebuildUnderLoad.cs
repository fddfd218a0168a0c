using System.Collections.Concurrent;
using System.Diagnostics;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>How long requests of one sort took before a rebuild, and from its beginning to its end with the flip, in milliseconds.</summary>
sealed record Interruption(string Name, int Callers, double P99Before, double LongestBefore, double P99Meanwhile, double LongestMeanwhile);

/// <summary>What those who write and read notice of a rebuild: 32 writers on two hosts and a reader that turns page after page.</summary>
static class RebuildUnderLoad
{
    const int Writers = 32;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);
    static readonly TimeSpan Before = TimeSpan.FromSeconds(8);

    internal static async Task<IReadOnlyList<Interruption>> Measure(Server server)
    {
        var connection = await server.Database();
        await using var here = new Host(connection);
        await using var there = new Host(connection);
        await using var database = PostgresDatabase.Open(connection);
        await Scene.Prepare(here.Pipeline);
        var (writes, reads) = (new ConcurrentBag<Asked>(), new ConcurrentBag<Asked>());
        using var enough = new CancellationTokenSource();
        Task[] load = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer % 2 == 0 ? here : there, writer, writes, enough.Token))), Task.Run(() => Read(database, reads, enough.Token))];
        await Task.Delay(WarmUp);
        await new ReadModels(database).Rebuild(); // its code is compiled
        var begun = Stopwatch.GetTimestamp();
        await Task.Delay(Before);
        var rebuilt = Stopwatch.GetTimestamp();
        await new ReadModels(database).Rebuild();
        var ended = Stopwatch.GetTimestamp();
        await enough.CancelAsync();
        await Task.WhenAll(load);
        return [Of("submit, two hosts", Writers, writes), Of("a page of records", 1, reads)];

        Interruption Of(string name, int callers, ConcurrentBag<Asked> all)
        {
            var before = Sorted(all.Where(asked => asked.Begun >= begun && asked.Ended <= rebuilt));
            var meanwhile = Sorted(all.Where(asked => asked.Ended >= rebuilt && asked.Begun <= ended));
            return new(name, callers, At(before, 0.99), before[^1], At(meanwhile, 0.99), meanwhile[^1]);
        }
    }

    static async Task Write(Host host, int writer, ConcurrentBag<Asked> all, CancellationToken enough)
    {
        var forms = Scene.Forms(Scene.Now());
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var begun = Stopwatch.GetTimestamp();
            var answer = await host.Pipeline.Send(Scene.Submission(writer, number, Guid.CreateVersion7(), forms));
            all.Add(new(begun, Stopwatch.GetTimestamp()));
            if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true }) throw new InvalidOperationException($"A submission was refused: {answer.Status}");
        }
    }

    static async Task Read(PostgresDatabase database, ConcurrentBag<Asked> all, CancellationToken enough)
    {
        var queries = new RegistrationQueries(database);
        for (var place = default(PagePlace); !enough.IsCancellationRequested;)
        {
            var begun = Stopwatch.GetTimestamp();
            place = (await queries.InCampaign(Scene.Campaign(0), null, Scene.Now(), place, 20, CancellationToken.None)).Next;
            all.Add(new(begun, Stopwatch.GetTimestamp()));
        }
    }

    static double[] Sorted(IEnumerable<Asked> asked) => [.. asked.Select(one => Stopwatch.GetElapsedTime(one.Begun, one.Ended).TotalMilliseconds).Order()];

    static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    readonly record struct Asked(long Begun, long Ended);
}
