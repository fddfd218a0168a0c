using LiveCommerce.Postgres.Followers;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>Of a read model that gathers several streams.</summary>
sealed class FollowedRebuild(PostgresDatabase database, FollowedView rows) : ViewRebuild(database, rows.Name, rows.FoldVersion, rows.Kinds, rows.Tables)
{
    internal override bool TakesWholeStreams => rows.TakesWholeStreams;

    /// <summary>It writes by statements of its own, which name the table alone and need its keys.</summary>
    internal override async Task<Filling> Begin(int generation, CancellationToken cancellation)
    {
        foreach (var table in Tables) await table.Begin(generation, cancellation).ConfigureAwait(false);
        await Attach(generation, cancellation).ConfigureAwait(false);
        return streams => (connection, stop) => streams.Count == 0 ? Task.CompletedTask : rows.Apply(connection, generation, streams, stop);
    }
}
