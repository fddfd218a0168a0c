using System.Diagnostics;

namespace LiveCommerce.Benchmarks;

/// <summary>Runs callers in a closed loop: each asks, waits for its answer, asks again; the warm-up is not counted.</summary>
static class Load
{
    internal static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    internal static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    internal static async Task<Figure> Run(string name, int callers, Func<int, Task> ask, Func<string>? note = null)
    {
        var latencies = new Latencies(callers);
        var watch = Stopwatch.StartNew();
        var asked = 0;
        var before = ProcessorTime.Now();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (watch.Elapsed < WarmUp + Measured)
            {
                var begun = watch.Elapsed;
                await ask(caller);
                Interlocked.Increment(ref asked);
                var ended = watch.Elapsed;
                if (begun >= WarmUp && ended <= WarmUp + Measured) latencies.Add(caller, (ended - begun).TotalMilliseconds);
            }
        })));
        return latencies.ToFigure(name, Measured.TotalSeconds, $"{ProcessorTime.Now().Per(before, asked)}; {note?.Invoke()}");
    }
}
