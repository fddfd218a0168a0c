using LiveCommerce.Postgres.Followers;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>How one read model is built anew.</summary>
abstract class ViewRebuild(PostgresDatabase database, string view, int foldVersion, IReadOnlyList<string> kinds, IReadOnlyList<string> tables)
{
    private protected PostgresDatabase Database { get; } = database;

    internal string View { get; } = view;

    internal int FoldVersion { get; } = foldVersion;

    internal IReadOnlyList<string> Kinds { get; } = kinds;

    internal IReadOnlyList<GenerationTable> Tables { get; } = [.. tables.Select(table => new GenerationTable(database, view, table))];

    /// <summary>Whether it may be given stream after stream, or needs the facts in the order of the log.</summary>
    internal abstract bool TakesWholeStreams { get; }

    /// <summary>Prepares its tables for a generation, and says how some whole streams are gathered; several threads may ask at once.</summary>
    internal abstract Task<Func<IStreamGathering>> Begin(int generation, CancellationToken cancellation);

    /// <summary>Builds the indexes of its tables of a generation, and makes them part of the whole.</summary>
    internal async Task Attach(int generation, CancellationToken cancellation)
    {
        foreach (var table in Tables) await table.Attach(generation, cancellation).ConfigureAwait(false);
    }
}
