using System.Diagnostics;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>Runs a program to its end and gives what it printed; a program that fails is an error with its own words.</summary>
static class Command
{
    public static async Task<string> Run(IReadOnlyList<string> command)
    {
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {(await error).Trim()} {(await output).Trim()}");
    }

    static Process Start(IReadOnlyList<string> command)
    {
        // The folder we are in may be closed to the account that the server runs as.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Variables such as PGPORT or PGOPTIONS are meant for another server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }
}
