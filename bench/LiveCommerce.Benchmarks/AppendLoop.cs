using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>The append alone: decided submissions, made beforehand, in batches of one size over one connection.</summary>
static class AppendLoop
{
    internal static async Task Run(string connectionString, TimeSpan duration, params int[] sizes)
    {
        foreach (var size in sizes)
        {
            var options = new PostgresOptions { Schema = $"append_{size}" };
            await using var admin = NpgsqlDataSource.Create(connectionString);
            await using (var drop = admin.CreateCommand($"drop schema if exists {options.Schema} cascade")) await drop.ExecuteNonQueryAsync();
            await Schema.Migrate(admin, options);
            await using var database = PostgresDatabase.Open(connectionString, options);
            await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
            var submissions = new Submissions(new CampaignId(Guid.CreateVersion7()), 512);
            await Measure(store, submissions, size, TimeSpan.FromSeconds(1));
            Console.WriteLine($"batch {size,4}: {await Measure(store, submissions, size, duration)}");
        }
    }

    static async Task<string> Measure(PostgresEventStore store, Submissions submissions, int size, TimeSpan duration)
    {
        var batches = new Queue<List<Commit>>();
        var (count, busy) = (0, TimeSpan.Zero);
        var times = new List<double>();
        var cpu = TimeSpan.Zero;
        var (used, server, serverUsed) = (TimeSpan.Zero, 0.0, 0.0);
        while (busy < duration)
        {
            for (var i = 0; i < 40; i++) batches.Enqueue([.. Enumerable.Range(0, size).Select(_ => submissions.Next())]);
            (server, cpu) = (ServerTime(), Process.GetCurrentProcess().TotalProcessorTime);
            while (batches.TryDequeue(out var batch))
            {
                var watch = Stopwatch.StartNew();
                if (await store.Append(batch, CancellationToken.None) is not AppendOutcome.Committed) throw new InvalidOperationException("A conflict where there can be none.");
                busy += watch.Elapsed;
                times.Add(watch.Elapsed.TotalMilliseconds);
                count += batch.Count;
            }
            used += Process.GetCurrentProcess().TotalProcessorTime - cpu;
            serverUsed += ServerTime() - server;
        }
        times.Sort();
        return $"{count / busy.TotalSeconds,8:N0} submissions/s, {times[times.Count / 2]:N2} ms per batch (best tenth {times[times.Count / 10]:N2}, p99 {times[times.Count * 99 / 100]:N2}), {used.TotalMicroseconds / count:N1} µs of this process and {serverUsed * 1e6 / count:N1} µs of the server's each";
    }

    /// <summary>Seconds of processor time that the backends of databases named bench have used, in hundredths.</summary>
    static double ServerTime() => Process.GetProcesses().Sum(process =>
    {
        try { return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(" bench ", StringComparison.Ordinal) ? process.TotalProcessorTime.TotalSeconds : 0; }
        catch (Exception exception) when (exception is IOException or InvalidOperationException) { return 0; }
    });
}
