using LiveCommerce.Host.Season;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Host.CommandLine;

/// <summary>Runs one command to its end, and says in a sentence what went wrong where that was to be expected.</summary>
static class CommandLineProgram
{
    public static async Task<int> Run(string[] args)
    {
        using var signals = new StopSignals();
        return await Run(args, HostConfiguration.Read, Console.Out, Console.Error, signals.Token);
    }

    /// <summary>The same for whoever reads settings elsewhere and listens otherwise.</summary>
    internal static async Task<int> Run(string[] args, Func<string?, string?, IConfiguration> read, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            // Both are ours: signals must stop the database too, and errors are sentences.
            return await new CommandTree(read).Create().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = errors }, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception expected) when (expected is CannotStartException or SeasonFailedException or UnknownEventException or IOException)
        {
            return Say(errors, expected.Message);
        }
        catch (NpgsqlException database)
        {
            return Say(errors, $"The database does not do what was asked of it: {database.Message}");
        }
    }

    static int Say(TextWriter errors, string message)
    {
        errors.WriteLine($"livecommerce: {message}");
        return ExitCode.CannotStart;
    }
}
