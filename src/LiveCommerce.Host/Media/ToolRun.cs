using System.ComponentModel;
using System.Diagnostics;

namespace LiveCommerce.Host.Media;

/// <summary>What became of a tool.</summary>
/// <param name="IsGood">Whether it ended by itself and was content.</param>
/// <param name="HasHitLimit">Whether it took more time, memory or space than it may.</param>
/// <param name="IsLate">Whether it was still under way when nobody waited longer, perhaps only because others had the processor.</param>
/// <param name="Output">What it wrote, as far as anybody wants to read it.</param>
/// <param name="Complaint">The end of what it complained of.</param>
sealed record ToolRun(bool IsGood, bool HasHitLimit, bool IsLate, string Output, string Complaint)
{
    const int MostText = 64 * 1024, MostComplaint = 2_000, KilledBySignal = 128;

    // SIGKILL, SIGXCPU and SIGXFSZ are how limits are told; a want of memory is told in words
    static readonly int[] limits = [KilledBySignal + 9, KilledBySignal + 24, KilledBySignal + 25];

    /// <summary>
    /// Runs a tool to its end, in an environment of its own. A tool is killed when its starting thread ends: so one thread starts it and stays.
    /// </summary>
    internal static Task<ToolRun> Start(IReadOnlyList<string> command, string folder, TimeSpan longest, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Run(command, folder, longest, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    static ToolRun Run(IReadOnlyList<string> command, string folder, TimeSpan longest, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            return new(false, false, false, "", missing.Message);
        }
        process.StandardInput.Close();
        var (output, complaint) = (Read(process.StandardOutput), Read(process.StandardError));
        using var registration = cancellation.Register(() => Kill(process));
        var isInTime = process.WaitForExit(longest);
        if (!isInTime) Kill(process);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        var words = complaint.GetAwaiter().GetResult();
        var hasHitLimit = !isInTime || limits.Contains(process.ExitCode) || words.Contains("Cannot allocate memory", StringComparison.Ordinal) || words.Contains("File too large", StringComparison.Ordinal);
        return new(isInTime && process.ExitCode == 0, hasHitLimit, !isInTime, output.GetAwaiter().GetResult(), words.Length > MostComplaint ? words[^MostComplaint..] : words);
    }

    /// <summary>Reads all of it, so that the tool never waits, and keeps no more than anybody wants.</summary>
    static async Task<string> Read(StreamReader stream)
    {
        var (kept, buffer) = (new System.Text.StringBuilder(), new char[4096]);
        for (int read; (read = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            if (kept.Length < MostText) kept.Append(buffer, 0, read);
        return kept.ToString();
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended
        }
    }
}
