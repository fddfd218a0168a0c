using System.Diagnostics;
using System.Globalization;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>The processes of a running server, known by their working folder: a number in postmaster.pid may since be another's.</summary>
static class ServerProcesses
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static IReadOnlyList<int> In(string dataFolder) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
           where new DirectoryInfo(Path.Combine(folder, "cwd")).LinkTarget == dataFolder
               && IsServer(new FileInfo(Path.Combine(folder, "exe")).LinkTarget)
           select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture),
    ];

    public static async Task Gone(string dataFolder, CancellationToken cancellation)
    {
        while (In(dataFolder).Count > 0)
            await Task.Delay(Pause, cancellation);
    }

    /// <summary>Ends a server as a power cut would: nothing is flushed and nobody is told.</summary>
    public static async Task Kill(string dataFolder, CancellationToken cancellation)
    {
        while (In(dataFolder) is { Count: > 0 } running)
        {
            foreach (var id in running)
                Kill(id);
            await Task.Delay(Pause, cancellation);
        }
    }

    // Not a shell that somebody left in the folder. An upgraded package leaves "postgres (deleted)".
    static bool IsServer(string? program) => Path.GetFileName(program)?.Split(' ')[0] == "postgres";

    static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended of itself, the postmaster being gone.
        }
    }
}
