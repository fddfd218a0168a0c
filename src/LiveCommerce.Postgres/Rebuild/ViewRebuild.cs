using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Builds one read model anew beside the one in use: the next generation is filled, follows the log to near its end, is put into use in one
/// transaction, and the old one is deleted block by block. Each step is noted with its rows, so it can be taken up wherever it was cut off.
/// </summary>
abstract class ViewRebuild(PostgresDatabase database, FactReader reader, string view, int foldVersion, IReadOnlyList<string> tables)
{
    /// <summary>With fewer facts left to fold, the last of them are folded in the transaction that puts the new rows into use.</summary>
    protected const int NearTheEnd = 500;

    private protected PostgresDatabase Database { get; } = database;

    private protected FactReader Facts { get; } = reader;

    internal string View { get; } = view;

    internal int FoldVersion { get; } = foldVersion;

    private protected abstract bool IsFollower { get; }

    internal async Task Run(RebuildSteps steps, CancellationToken cancellation)
    {
        var making = await TakeUp(cancellation).ConfigureAwait(false);
        steps.Begin(View, await Done(making, cancellation).ConfigureAwait(false), await Facts.Count(Guid.AllBitsSet, cancellation).ConfigureAwait(false));
        making = await Build(making, steps, cancellation).ConfigureAwait(false);
        await Flip(making, steps, cancellation).ConfigureAwait(false);
        steps.IsInUse();
        await new OldRows(Database, View, tables).Delete(cancellation).ConfigureAwait(false);
    }

    /// <summary>How many facts are in it already.</summary>
    private protected abstract Task<long> Done(Making making, CancellationToken cancellation);

    /// <summary>Brings it near the end of the log.</summary>
    private protected abstract Task<Making> Build(Making making, RebuildSteps steps, CancellationToken cancellation);

    /// <summary>Brings it to the end of the log and puts it into use.</summary>
    private protected abstract Task Flip(Making making, RebuildSteps steps, CancellationToken cancellation);

    /// <summary>A step that is lost with the server is done again: nobody need wait for the disk.</summary>
    private protected async Task<Making> Step(Making from, Making to, Func<NpgsqlConnection, Task> write, CancellationToken cancellation)
    {
        await using var connection = await Database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (var quick = new NpgsqlCommand("set local synchronous_commit = off", connection)) await quick.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        await from.MoveTo(to, connection, cancellation).ConfigureAwait(false);
        await write(connection).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return to;
    }

    async Task<Making> TakeUp(CancellationToken cancellation)
    {
        if (await Making.Find(Database, View, FoldVersion, cancellation).ConfigureAwait(false) is { } interrupted) return interrupted;
        await Making.Abandon(Database, View, cancellation).ConfigureAwait(false);
        await new OldRows(Database, View, tables).Delete(cancellation).ConfigureAwait(false);
        await Making.Start(Database, View, FoldVersion, IsFollower, cancellation).ConfigureAwait(false);
        return await Making.Find(Database, View, FoldVersion, cancellation).ConfigureAwait(false) ?? throw new RebuildRunningException();
    }
}
