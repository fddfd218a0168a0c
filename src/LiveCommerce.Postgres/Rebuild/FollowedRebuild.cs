using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Followers;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Of a read model that gathers several streams: the next generation follows the log from its beginning. No append waits for its flip, but its
/// follower does: whoever applies facts holds the checkpoint's row, and so does the flip.
/// </summary>
sealed class FollowedRebuild(PostgresDatabase database, FactReader reader, FollowedView view, int pageSize)
    : ViewRebuild(database, reader, view.Name, view.FoldVersion, view.Tables)
{
    private protected override bool IsFollower => true;

    private protected override Task<long> Done(Making making, CancellationToken cancellation) => Facts.Count(making.Position, cancellation);

    private protected override async Task<Making> Build(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        var next = Facts.NextFacts(making.Position, pageSize, cancellation);
        while (true)
        {
            var (position, facts) = await next.ConfigureAwait(false);
            if (position is not { } reached) return making;
            next = Facts.NextFacts(reached, pageSize, cancellation);
            try
            {
                making = await Step(making, making with { Position = reached }, connection => Apply(connection, making, facts, cancellation), cancellation).ConfigureAwait(false);
            }
            catch
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
            steps.Add(facts.Count);
        }
    }

    private protected override async Task Flip(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        await using var connection = await Database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var inUse = await Checkpoint.Hold(connection, View, cancellation).ConfigureAwait(false);
        while (making.Position < inUse && await Facts.NextFacts(making.Position, pageSize, cancellation).ConfigureAwait(false) is ({ } position, var facts))
        {
            await Apply(connection, making, facts, cancellation).ConfigureAwait(false);
            making = await making.MoveTo(making with { Position = position }, connection, cancellation).ConfigureAwait(false);
        }
        await Checkpoint.Set(connection, View, making.Position, cancellation).ConfigureAwait(false);
        await making.Flip(connection, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    async Task Apply(NpgsqlConnection connection, Making making, List<Fact> facts, CancellationToken cancellation)
    {
        if (facts.Count > 0) await view.Apply(connection, making.Generation, facts, cancellation).ConfigureAwait(false);
    }
}
