using System.Diagnostics;

namespace LiveCommerce.Benchmarks;

/// <summary>Runs callers in a closed loop: each asks, waits for its answer, asks again; the warm-up, in which the code is compiled, is not counted.</summary>
static class Load
{
    internal static TimeSpan WarmUp { get; set; } = TimeSpan.FromSeconds(20);

    internal static TimeSpan Measured { get; set; } = TimeSpan.FromSeconds(8);

    internal static async Task<Figure> Run(string name, int callers, Func<int, Task> ask, Func<string>? note = null)
    {
        var latencies = new Latencies(callers);
        var watch = Stopwatch.StartNew();
        var warm = Task.Delay(WarmUp).ContinueWith(_ => new ProcessorTime(), TaskScheduler.Default);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (watch.Elapsed < WarmUp + Measured)
            {
                var begun = watch.Elapsed;
                await ask(caller);
                var ended = watch.Elapsed;
                if (begun >= WarmUp && ended <= WarmUp + Measured) latencies.Add(caller, (ended - begun).TotalMilliseconds);
            }
        })));
        var spent = new ProcessorTime().Since(await warm);
        var figure = latencies.ToFigure(name, Measured.TotalSeconds);
        var operations = figure.PerSecond * Measured.TotalSeconds;
        return figure with
        {
            HostMicroseconds = spent.Host.TotalMicroseconds / operations,
            DatabaseMicroseconds = spent.Database.TotalMicroseconds / operations,
            Note = note?.Invoke() ?? "",
        };
    }
}
