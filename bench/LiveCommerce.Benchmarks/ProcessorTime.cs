using System.Diagnostics;
using System.Globalization;

namespace LiveCommerce.Benchmarks;

/// <summary>Processor time of this process and of one PostgreSQL server with all its processes: what an operation costs, however busy the machine is.</summary>
sealed class ProcessorTime
{
    const double TicksPerSecond = 100;

    /// <summary>The server that is measured; others may run beside it.</summary>
    internal static int Postmaster { get; set; }

    readonly TimeSpan host = Process.GetCurrentProcess().TotalProcessorTime;
    readonly Dictionary<string, double> servers = Servers().ToDictionary(server => server.Process, server => server.Ticks);

    /// <summary>What this process and the servers that still run spent since; what ended in between is not counted.</summary>
    internal (TimeSpan Host, TimeSpan Database) Since(ProcessorTime before) =>
        (host - before.host, TimeSpan.FromSeconds(servers.Sum(server => server.Value - before.servers.GetValueOrDefault(server.Key)) / TicksPerSecond));

    static IEnumerable<(string Process, double Ticks)> Servers()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc"))
            if (TicksOf(process) is { } ticks) yield return (process, ticks);
    }

    internal static int ParentOf(int process) =>
        int.Parse(File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat").Split(") ")[1].Split(' ')[1], CultureInfo.InvariantCulture);

    static double? TicksOf(string process)
    {
        try
        {
            var parts = File.ReadAllText($"{process}/stat").Split(") ");
            var fields = parts[1].Split(' ');
            return parts[0].EndsWith("(postgres", StringComparison.Ordinal) && int.Parse(fields[1], CultureInfo.InvariantCulture) == Postmaster
                ? double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return null; // not a process, or it ended while we looked
        }
    }
}
