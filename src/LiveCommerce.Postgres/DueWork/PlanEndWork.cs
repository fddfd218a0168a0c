using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Completes a plan as missed whose scheduled end passed without a session (C49), by an ordinary command that is decided again; one that runs, or is over, stays as it is.</summary>
sealed class PlanEndWork(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send) : IDueWork
{
    readonly PlanQueries plans = new(database);

    /// <inheritdoc />
    public async Task<bool> Run(DueItem item, CancellationToken cancellation) =>
        await plans.Find(new(item.Subject), cancellation).ConfigureAwait(false) is not { Status: LivePlanStatus.Active, Session: null }
        || (await send(item.Ask(new CompleteLivePlan(new(item.Subject)), item.Subject)).ConfigureAwait(false)).Status is CommandStatus.Answered or CommandStatus.AnsweredBefore;
}
