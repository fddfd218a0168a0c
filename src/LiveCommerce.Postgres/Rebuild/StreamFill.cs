using System.Threading.Channels;
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

    readonly string[] kinds = [.. views.SelectMany(view => view.Kinds).Distinct()];

    internal async Task<Making> Run(Making making, RebuildSteps steps, CancellationToken cancellation)
    {
        var fillings = new List<(ViewRebuild View, Filling Fill)>();
        foreach (var view in views) fillings.Add((view, await view.Begin(making.GenerationOf(view), cancellation).ConfigureAwait(false)));
        making = await Fill(making, fillings, steps, cancellation).ConfigureAwait(false);
        foreach (var view in views) await view.Attach(making.GenerationOf(view), cancellation).ConfigureAwait(false);
        await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return await making.MoveTo(making with { IsFilled = true }, connection, cancellation).ConfigureAwait(false);
    }

    async Task<Making> Fill(Making making, List<(ViewRebuild View, Filling Fill)> fillings, RebuildSteps steps, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pages = Channel.CreateBounded<Task<Page>>(Ahead);
        var reading = Task.Run(() => Read(making, fillings, pages.Writer, stop.Token), CancellationToken.None);
        try
        {
            await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await connection.Run("set synchronous_commit = off", cancellation).ConfigureAwait(false);
            await foreach (var page in pages.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                var (last, count, writings) = await page.ConfigureAwait(false);
                making = await Write(connection, making, making with { LastStream = last }, writings, cancellation).ConfigureAwait(false);
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

    async Task Read(Making making, List<(ViewRebuild View, Filling Fill)> fillings, ChannelWriter<Task<Page>> pages, CancellationToken cancellation)
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
            var page = await facts.InStreams(kinds, from, last, making.Position, cancellation).ConfigureAwait(false);
            return new(last, page.Facts.Count, [.. fillings.Select(filling => filling.Fill(page.Of(filling.View.Kinds)))]);
        }
    }

    static async Task<Making> Write(NpgsqlConnection connection, Making from, Making to, IReadOnlyList<Writing> writings, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await from.MoveTo(to, connection, cancellation).ConfigureAwait(false);
        foreach (var write in writings) await write(connection, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return to;
    }

    /// <param name="Last">The page's last stream.</param>
    /// <param name="Facts">How many facts it holds.</param>
    /// <param name="Writings">What to write of it, per read model.</param>
    sealed record Page(Guid Last, int Facts, IReadOnlyList<Writing> Writings);
}
