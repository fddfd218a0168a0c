using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Followers;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>Of a read model that gathers several streams.</summary>
sealed class FollowedRebuild(PostgresDatabase database, FollowedView rows) : ViewRebuild(database, rows.Name, rows.FoldVersion, rows.Kinds, rows.Tables)
{
    internal override bool TakesWholeStreams { get; } = rows.GatherStreams(0) is not null;

    /// <summary>It writes by statements of its own, which name the table alone and need its keys.</summary>
    internal override async Task<Func<IStreamGathering>> Begin(int generation, CancellationToken cancellation)
    {
        foreach (var table in Tables) await table.Begin(generation, cancellation).ConfigureAwait(false);
        await Attach(generation, cancellation).ConfigureAwait(false);
        return () => rows.GatherStreams(generation) ?? throw new InvalidOperationException($"The read model '{View}' gathers streams at one time and not at another.");
    }

    internal async Task Apply(NpgsqlConnection connection, int generation, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        if (facts.Count > 0) await rows.Apply(connection, generation, facts, cancellation).ConfigureAwait(false);
    }
}
