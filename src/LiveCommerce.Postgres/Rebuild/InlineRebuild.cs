using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Of a read model whose rows belong to one stream each. It is filled stream by stream, each row folded from its whole history and written once;
/// streams that grew since are folded again as it follows the log, and a row that shows a later version stays.
/// </summary>
sealed class InlineRebuild(PostgresDatabase database, FactReader reader, InlineView view, InlineTable table, int pageSize)
    : ViewRebuild(database, reader, table.View, table.FoldVersion, [table.Table])
{
    private protected override bool IsFollower => false;

    private protected override Task<long> Done(Making making, CancellationToken cancellation) => Facts.Count(making.LastStream, cancellation);

    private protected override async Task<Making> Build(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        if (!making.IsFilled) making = await Fill(making, steps, cancellation).ConfigureAwait(false);
        while (true)
        {
            var (position, facts) = await Facts.TouchedStreams(making.Position, pageSize, cancellation).ConfigureAwait(false);
            if (position is not { } reached) return making;
            var isNear = reached - making.Position < Math.Min(NearTheEnd, pageSize);
            making = await Step(making, making with { Position = reached }, connection => Write(connection, making, RowsOf(facts), false, cancellation), cancellation).ConfigureAwait(false);
            if (isNear) return making;
        }
    }

    /// <summary>While one page is being written, the next is read and folded.</summary>
    async Task<Making> Fill(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        var next = NextRows(making.LastStream, cancellation);
        while (true)
        {
            var (last, facts, rows) = await next.ConfigureAwait(false);
            if (last is { } stream) next = NextRows(stream, cancellation);
            var to = last is { } reached ? making with { LastStream = reached } : making with { IsFilled = true };
            try
            {
                making = await Step(making, to, connection => Write(connection, making, rows, true, cancellation), cancellation).ConfigureAwait(false);
            }
            catch
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nothing is left at work
                throw;
            }
            if (making.IsFilled) return making;
            steps.Add(facts);
        }
    }

    /// <summary>Under the append's lock nothing is added to the log: what is folded here is all that there is, and no append sees two generations in use.</summary>
    private protected override async Task Flip(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        await using var connection = await Database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (var held = new NpgsqlCommand(Guard.Lock, connection)) await held.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        while (await Facts.TouchedStreams(making.Position, pageSize, cancellation).ConfigureAwait(false) is ({ } position, var facts))
        {
            await Write(connection, making, RowsOf(facts), false, cancellation).ConfigureAwait(false);
            making = await making.MoveTo(making with { Position = position }, connection, cancellation).ConfigureAwait(false);
        }
        await making.Flip(connection, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    Task<(Guid? Last, int Facts, List<RowWrite> Rows)> NextRows(Guid after, CancellationToken cancellation) => Task.Run(async () =>
    {
        var facts = await Facts.NextStreams(after, pageSize, cancellation).ConfigureAwait(false);
        return (facts.Count == 0 ? (Guid?)null : facts[^1].Stream, facts.Count, RowsOf(facts));
    }, cancellation);

    /// <summary>The facts of a stream stand together, in their order.</summary>
    List<RowWrite> RowsOf(List<Fact> facts)
    {
        var rows = new List<RowWrite>();
        object? row = null;
        for (var index = 0; index < facts.Count; index++)
        {
            row = view.FoldRow(row, facts[index]);
            if (index + 1 < facts.Count && facts[index + 1].Stream == facts[index].Stream) continue;
            if (row is not null) rows.Add(new(view, facts[index].Stream, facts[index].Version, row));
            row = null;
        }
        return rows;
    }

    async Task Write(NpgsqlConnection connection, Making making, List<RowWrite> rows, bool areNew, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Write(rows, making.Generation, areNew) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
