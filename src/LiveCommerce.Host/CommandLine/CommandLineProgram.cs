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
        try
        {
            // Both are ours: signals must stop the database too, and errors are sentences.
            return await CommandTree.Create().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception expected) when (expected is CannotStartException or SeasonFailedException or UnknownEventException or IOException)
        {
            return Say(expected.Message);
        }
        catch (NpgsqlException database)
        {
            return Say($"The database does not do what was asked of it: {database.Message}");
        }
    }

    static int Say(string message)
    {
        Console.Error.WriteLine($"livecommerce: {message}");
        return ExitCode.CannotStart;
    }
}
