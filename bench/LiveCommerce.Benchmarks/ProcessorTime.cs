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
    readonly double server = Directory.EnumerateDirectories("/proc").Sum(TicksOf);

    /// <summary>What this process and the server spent since, in processes that ended in between as well.</summary>
    internal (TimeSpan Host, TimeSpan Database) Since(ProcessorTime before) => (host - before.host, TimeSpan.FromSeconds((server - before.server) / TicksPerSecond));

    internal static int ParentOf(int process) =>
        int.Parse(File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat").Split(") ")[1].Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>Of one of the server's processes its own time; of the first one, that of all that ended.</summary>
    static double TicksOf(string process)
    {
        try
        {
            var fields = File.ReadAllText($"{process}/stat").Split(") ")[^1].Split(' ');
            var from = Path.GetFileName(process) == Postmaster.ToString(CultureInfo.InvariantCulture) ? 13 : int.Parse(fields[1], CultureInfo.InvariantCulture) == Postmaster ? 11 : -1;
            return from < 0 ? 0 : double.Parse(fields[from], CultureInfo.InvariantCulture) + double.Parse(fields[from + 1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return 0; // not a process, or it ended while we looked
        }
    }
}
