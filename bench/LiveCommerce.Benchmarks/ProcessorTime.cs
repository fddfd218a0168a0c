using System.Diagnostics;
using System.Globalization;

namespace LiveCommerce.Benchmarks;

/// <summary>Processor time of this process and of all PostgreSQL servers: what an operation costs, however busy the machine is.</summary>
readonly record struct ProcessorTime(TimeSpan Host, TimeSpan Database)
{
    const double TicksPerSecond = 100;

    internal static ProcessorTime Now() => new(Process.GetCurrentProcess().TotalProcessorTime, Servers());

    internal ProcessorTime Since(ProcessorTime before) => new(Host - before.Host, Database - before.Database);

    static TimeSpan Servers()
    {
        double ticks = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                var parts = File.ReadAllText($"{process}/stat").Split(") ");
                if (!parts[0].EndsWith("(postgres", StringComparison.Ordinal)) continue;
                var fields = parts[1].Split(' ');
                ticks += double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // not a process, or it ended while we looked
            }
        }
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
