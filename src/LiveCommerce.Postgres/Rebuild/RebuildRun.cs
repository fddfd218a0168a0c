using LiveCommerce.Store;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Builds some read models anew beside those in use. Those that stand at one place go in one pass: the next generations are filled, follow the log to
/// near its end, and are put into use; then the old ones are deleted. Each step is noted with its rows, so it can be taken up wherever it was cut off.
/// </summary>
sealed class RebuildRun(PostgresDatabase database, EventCodec codec, IReadOnlyList<ViewRebuild> views, int pageSize)
{
    readonly FactReader facts = new(database, codec);

    internal async Task Run(IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var interrupted = await Find(cancellation).ConfigureAwait(false);
        await Start([.. views.Where(view => interrupted.All(making => !making.Has(view)))], cancellation).ConfigureAwait(false);
        foreach (var making in await Find(cancellation).ConfigureAwait(false))
            await Build(making, [.. views.Where(making.Has)], new(progress), cancellation).ConfigureAwait(false);
    }

    async Task<List<Making>> Find(CancellationToken cancellation) =>
        [.. (await Making.Find(database, cancellation).ConfigureAwait(false)).Select(making => making.Only(views)).Where(making => making.Of.Count > 0)];

    async Task Start(IReadOnlyList<ViewRebuild> fresh, CancellationToken cancellation)
    {
        if (fresh.Count == 0) return;
        await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await Making.Abandon(connection, fresh, cancellation).ConfigureAwait(false);
        await Clear(fresh, cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await Making.Start(connection, [.. fresh.Where(view => view.TakesWholeStreams)], followsOnly: false, cancellation).ConfigureAwait(false);
        await Making.Start(connection, [.. fresh.Where(view => !view.TakesWholeStreams)], followsOnly: true, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    async Task Build(Making making, IReadOnlyList<ViewRebuild> together, RebuildSteps steps, CancellationToken cancellation)
    {
        string[] kinds = [.. together.SelectMany(view => view.Kinds).Distinct()];
        var done = making.FollowsOnly ? facts.Count(kinds, making.Position, cancellation) : facts.Count(kinds, making.LastStream, cancellation);
        steps.Begin(together.Select(view => view.View), await done.ConfigureAwait(false), await facts.Count(kinds, Guid.AllBitsSet, cancellation).ConfigureAwait(false));
        if (!making.IsFilled) making = await new StreamFill(database, facts, together, pageSize).Run(making, steps, cancellation).ConfigureAwait(false);
        InlineRebuild[] inline = [.. together.OfType<InlineRebuild>()];
        if (inline.Length > 0) await new InlineFlip(database, facts, inline, pageSize).Run(making.Only(inline), cancellation).ConfigureAwait(false);
        foreach (var followed in together.OfType<FollowedRebuild>())
            await new FollowedFlip(database, facts, followed, pageSize).Run(making.Only([followed]), steps, cancellation).ConfigureAwait(false);
        steps.IsInUse();
        await Clear(together, cancellation).ConfigureAwait(false);
    }

    static async Task Clear(IReadOnlyList<ViewRebuild> of, CancellationToken cancellation)
    {
        foreach (var table in of.SelectMany(view => view.Tables)) await table.Clear(cancellation).ConfigureAwait(false);
    }
}
