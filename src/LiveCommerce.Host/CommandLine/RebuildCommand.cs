using LiveCommerce.Host.Startup;
using LiveCommerce.Postgres;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>rebuild</c>: builds read models anew from the log while hosts go on writing and reading.</summary>
static class RebuildCommand
{
    public static async Task<int> Run(Terminal terminal, string? view, CancellationToken stop)
    {
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        var models = new ReadModels(log.Connections);
        if (view is not null && !models.Names.Contains(view))
            return terminal.Say(ExitCode.Usage, $"There is no read model '{view}', but {string.Join(", ", models.Names)}.");
        try
        {
            await models.Rebuild(view, new RebuildBar(terminal.Errors, Console.IsErrorRedirected), stop);
        }
        catch (RebuildRunningException running)
        {
            throw new CannotStartException(running.Message, running);
        }
        return ExitCode.Done;
    }
}
