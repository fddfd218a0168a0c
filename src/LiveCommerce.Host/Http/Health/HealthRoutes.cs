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

    static async Task<IResult> Ready(LogReader log, CommandPipeline pipeline, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return !pipeline.Completion.IsCompleted && await IsReady(log, patience.Token) ? Results.Text("ready") : new ProblemResult(Problem.Of(DoorProblems.Busy));
    }

    static async Task<bool> IsReady(LogReader log, CancellationToken cancellation)
    {
        try { return await log.IsReady(cancellation); }
        catch (OperationCanceledException) { return false; }
    }
}
