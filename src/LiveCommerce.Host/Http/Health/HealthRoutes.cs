using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Health;

/// <summary>Whether the process lives, and whether it can serve: the database answers and has the form that this code knows, and commands are taken.</summary>
static class HealthRoutes
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> Ready(LogReader log, CommandPipeline pipeline, StoppedWork stopped, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return !pipeline.Completion.IsCompleted && await IsReady(log, patience.Token) ? Results.Text(Say(stopped)) : new ProblemResult(Problem.Of(DoorProblems.Busy));
    }

    /// <summary>A follower that stopped is no reason to send callers elsewhere: every host of this version would stop at the same fact.</summary>
    static string Say(StoppedWork stopped) => string.Join('\n', stopped.Troubles.Select(trouble => $"stopped: {trouble.Work}, {trouble.Reason}").Prepend("ready"));

    static async Task<bool> IsReady(LogReader log, CancellationToken cancellation)
    {
        try { return await log.IsReady(cancellation); }
        catch (OperationCanceledException) { return false; }
    }
}
