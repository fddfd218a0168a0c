using LiveCommerce.Postgres.Followers;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Lets the next generation of a read model that gathers streams follow the log to where its end was when that began, and puts it into use, no earlier
/// than the one in use stands; its follower goes on from there. No append waits for that, but the follower does: whoever applies facts holds the checkpoint's
/// row, and so does the flip.
/// </summary>
sealed class FollowedFlip(PostgresDatabase database, FactReader facts, FollowedRebuild view, int pageSize)
{
    internal async Task Run(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await view.Begin(making.GenerationOf(view), cancellation).ConfigureAwait(false);
        var end = await facts.End(cancellation).ConfigureAwait(false);
        var next = Next(making.Position, cancellation);
        while (making.Position < end && await next.ConfigureAwait(false) is { Position: { } position } page)
        {
            next = Next(position, cancellation);
            try
            {
                await using var step = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
                await connection.Run("set local synchronous_commit = off", cancellation).ConfigureAwait(false);
                making = await Apply(connection, making, page, cancellation).ConfigureAwait(false);
                await step.CommitAsync(cancellation).ConfigureAwait(false);
            }
            catch
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nothing is left at work
                throw;
            }
            if (!view.TakesWholeStreams) steps.Add(page.Facts.Count);
        }
        await next.ConfigureAwait(false);
        await Flip(connection, making, cancellation).ConfigureAwait(false);
    }

    async Task Flip(NpgsqlConnection connection, Making making, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var inUse = await Checkpoint.Hold(connection, view.View, cancellation).ConfigureAwait(false);
        while (making.Position < inUse && await Next(making.Position, cancellation).ConfigureAwait(false) is { Position: not null } page)
            making = await Apply(connection, making, page, cancellation).ConfigureAwait(false);
        await Checkpoint.Set(connection, view.View, making.Position, cancellation).ConfigureAwait(false);
        await making.Flip(connection, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    async Task<Making> Apply(NpgsqlConnection connection, Making making, FactPage page, CancellationToken cancellation)
    {
        await view.Apply(connection, making.GenerationOf(view), page.Of(view.Kinds), cancellation).ConfigureAwait(false);
        return await making.MoveTo(making with { Position = page.Position ?? making.Position }, connection, cancellation).ConfigureAwait(false);
    }

    Task<FactPage> Next(long after, CancellationToken cancellation) => facts.NextFacts(view.Kinds, after, pageSize, cancellation);
}
