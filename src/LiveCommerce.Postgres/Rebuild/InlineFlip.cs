using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Puts filled generations of inline read models into use, all in one transaction. Streams that grew since they were filled are folded again as
/// they follow the log to near its end; the last of them under the append's lock, where nothing is added and no append sees two generations in use.
/// </summary>
sealed class InlineFlip(PostgresDatabase database, FactReader facts, IReadOnlyList<InlineRebuild> views, int pageSize)
{
    /// <summary>With fewer facts left to fold, the last of them are folded under the lock.</summary>
    const int NearTheEnd = 500;

    readonly string[] kinds = [.. views.SelectMany(view => view.Kinds).Distinct()];

    internal async Task Run(Making making, CancellationToken cancellation)
    {
        await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        for (var isNear = false; !isNear;)
        {
            await using var step = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await connection.Run("set local synchronous_commit = off", cancellation).ConfigureAwait(false);
            var moved = await Next(connection, making, cancellation).ConfigureAwait(false);
            await step.CommitAsync(cancellation).ConfigureAwait(false);
            isNear = moved.Position - making.Position < Math.Min(NearTheEnd, pageSize);
            making = moved;
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await connection.Run(Guard.Lock, cancellation).ConfigureAwait(false);
        for (var before = -1L; making.Position > before;)
        {
            before = making.Position;
            making = await Next(connection, making, cancellation).ConfigureAwait(false);
        }
        await making.Flip(connection, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>One page further, if the log goes on.</summary>
    async Task<Making> Next(NpgsqlConnection connection, Making making, CancellationToken cancellation)
    {
        var page = await facts.TouchedStreams(kinds, making.Position, pageSize, cancellation).ConfigureAwait(false);
        if (page.Position is not { } position) return making;
        foreach (var view in views) await view.Write(connection, making.GenerationOf(view), page.Of(view.Kinds), cancellation).ConfigureAwait(false);
        return await making.MoveTo(making with { Position = position }, connection, cancellation).ConfigureAwait(false);
    }
}
