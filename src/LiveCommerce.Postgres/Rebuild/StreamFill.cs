using System.Threading.Channels;
using LiveCommerce.Postgres.Followers;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Fills generations of several read models in one pass over the streams that any of them folds. Pages are read and folded while others are being
/// written, in their order, each in one transaction with the place; one that is lost with the server is made again, so nobody waits for the disk.
/// </summary>
sealed class StreamFill(PostgresDatabase database, FactReader facts, IReadOnlyList<ViewRebuild> views, int pageSize)
{
    /// <summary>So many pages may lie ready or be in the making.</summary>
    const int Ahead = 2;

    /// <summary>So many read models get their indexes at once.</summary>
    const int Builders = 2;

    readonly string[] kinds = [.. views.SelectMany(view => view.Kinds).Distinct()];

    internal async Task<Making> Run(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        var fills = new List<Func<IStreamGathering>>();
        foreach (var view in views) fills.Add(await view.Begin(making.GenerationOf(view), cancellation).ConfigureAwait(false));
        making = await Fill(making, fills, steps, cancellation).ConfigureAwait(false);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Builders, CancellationToken = cancellation };
        await Parallel.ForEachAsync(views, atOnce, async (view, stop) => await view.Attach(making.GenerationOf(view), stop).ConfigureAwait(false)).ConfigureAwait(false);
        await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return await making.MoveTo(making with { IsFilled = true }, connection, cancellation).ConfigureAwait(false);
    }

    async Task<Making> Fill(Making making, List<Func<IStreamGathering>> fills, RebuildSteps steps, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pages = Channel.CreateBounded<Task<Page>>(Ahead);
        var reading = Task.Run(() => Read(making, fills, pages.Writer, stop.Token), CancellationToken.None);
        try
        {
            await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await connection.Run("set synchronous_commit = off", cancellation).ConfigureAwait(false);
            await foreach (var page in pages.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                var (last, count, gathered) = await page.ConfigureAwait(false);
                making = await Write(connection, making, making with { LastStream = last }, gathered, cancellation).ConfigureAwait(false);
                steps.Add(count);
            }
            return making;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (pages.Reader.TryRead(out var left)) await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nothing is left at work
        }
    }

    async Task Read(Making making, List<Func<IStreamGathering>> fills, ChannelWriter<Task<Page>> pages, CancellationToken cancellation)
    {
        try
        {
            for (var after = making.LastStream; await facts.NextStreams(kinds, after, pageSize, cancellation).ConfigureAwait(false) is { } last; after = last)
            {
                var from = after;
                await pages.WriteAsync(Task.Run(() => Make(from, last), cancellation), cancellation).ConfigureAwait(false);
            }
            pages.Complete();
        }
#pragma warning disable CA1031 // whoever reads the pages gets it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            pages.Complete(exception);
        }

        async Task<Page> Make(Guid from, Guid last)
        {
            var gathered = new IStreamGathering?[views.Count];
            var count = await facts.InStreams(kinds, from, last, making.Position, (kind, stream) =>
            {
                for (var index = 0; index < views.Count; index++)
                    if (views[index].Kinds.Contains(kind)) (gathered[index] ??= fills[index]()).Add(stream);
            }, cancellation).ConfigureAwait(false);
            return new(last, count, [.. gathered.OfType<IStreamGathering>()]);
        }
    }

    static async Task<Making> Write(NpgsqlConnection connection, Making from, Making to, IReadOnlyList<IStreamGathering> gathered, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await from.MoveTo(to, connection, cancellation).ConfigureAwait(false);
        foreach (var one in gathered) await one.Write(connection, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return to;
    }

    /// <param name="Last">The page's last stream.</param>
    /// <param name="Facts">How many facts it holds.</param>
    /// <param name="Gathered">What to write of it.</param>
    sealed record Page(Guid Last, int Facts, IReadOnlyList<IStreamGathering> Gathered);
}
