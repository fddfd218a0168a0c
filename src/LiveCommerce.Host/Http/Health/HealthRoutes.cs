using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using Npgsql;

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

    static async Task<IResult> Ready(ReadModels models, CommandPipeline pipeline, StoppedWork stopped, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        if (pipeline.Completion.IsCompleted || await Differing(models, patience.Token) is not { } differing) return new ProblemResult(Problem.Of(DoorProblems.Busy));
        return differing.Count == 0 ? Results.Text(Say(stopped)) : new ProblemResult(NotReady(differing));
    }

    /// <summary>After a rebuild for another version, or before one for this: callers must be sent elsewhere, for nothing is written here.</summary>
    static Problem NotReady(IReadOnlyList<FoldDifference> differing)
    {
        var problem = Problem.Of(DoorProblems.OtherReadModels);
        return problem with { Errors = [.. differing.Select(view => problem.Errors[0] with { Message = view.ToString() })] };
    }

    /// <summary>A follower that stopped is no reason to send callers elsewhere: every host of this version would stop at the same fact.</summary>
    static string Say(StoppedWork stopped) => string.Join('\n', stopped.Troubles.Select(trouble => $"stopped: {trouble.Work}, {trouble.Reason}").Prepend("ready"));

    /// <summary>Null when the database cannot be reached.</summary>
    static async Task<IReadOnlyList<FoldDifference>?> Differing(ReadModels models, CancellationToken cancellation)
    {
        try { return await models.Differing(cancellation); }
        catch (Exception failure) when (failure is OperationCanceledException or NpgsqlException) { return null; }
    }
}
