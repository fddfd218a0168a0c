namespace LiveCommerce.Benchmarks;

/// <summary>What one measurement gave.</summary>
sealed record Figure(string Name, int Callers, double PerSecond, double P50, double P99)
{
    /// <summary>Processor time of this process for each operation.</summary>
    internal double HostMicroseconds { get; init; }

    /// <summary>Processor time of all PostgreSQL servers for each operation.</summary>
    internal double DatabaseMicroseconds { get; init; }

    /// <summary>The most memory that the server process ever had, in MB.</summary>
    internal long? PeakMemory { get; init; }

    internal string Note { get; init; } = "";
}

/// <summary>Gathers the time of each operation, in milliseconds, of many callers.</summary>
sealed class Latencies(int callers)
{
    readonly List<double>[] times = [.. Enumerable.Range(0, callers).Select(_ => new List<double>(4096))];

    internal void Add(int caller, double milliseconds) => times[caller].Add(milliseconds);

    internal Figure ToFigure(string name, double seconds)
    {
        var sorted = times.SelectMany(each => each).Order().ToArray();
        return new(name, callers, sorted.Length / seconds, At(sorted, 0.50), At(sorted, 0.99));
    }

    internal static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
