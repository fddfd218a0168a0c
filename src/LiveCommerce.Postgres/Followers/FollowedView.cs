using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>
/// A follower whose rows can be built anew beside those in use: each of its tables has a column <c>generation integer</c>, which leads every key,
/// and whoever reads them asks for <c>(select generation from lc_views where view = ...)</c> in the same statement.
/// </summary>
public abstract class FollowedView : Follower
{
    /// <summary>Names it.</summary>
    /// <param name="name">Snake case.</param>
    /// <param name="foldVersion">From 1; raised whenever the same facts give other rows than before.</param>
    /// <param name="kinds">The kinds of streams whose facts it is given.</param>
    /// <param name="tables">All its tables: lower-case letters, digits and underscores.</param>
    protected FollowedView(string name, int foldVersion, IReadOnlyList<StreamKind> kinds, params IReadOnlyList<string> tables) : base(name) =>
        (FoldVersion, Kinds, Tables) = (foldVersion, [.. kinds.Select(kind => kind.Alias)], [.. tables.Select(SqlName.Quoted)]);

    /// <summary>The version of the fold: rows of another one are not written beside these.</summary>
    public int FoldVersion { get; }

    internal IReadOnlyList<string> Kinds { get; }

    internal IReadOnlyList<string> Tables { get; }

    /// <summary>Writes what these facts mean into the rows of one generation: all of it, or nothing.</summary>
    /// <param name="connection">In the transaction.</param>
    /// <param name="generation">The generation of every row that is read or written here.</param>
    /// <param name="facts">The next facts of its kinds of streams; there is at least one.</param>
    /// <param name="cancellation">Stops the work.</param>
    protected internal abstract Task Apply(NpgsqlConnection connection, int generation, IReadOnlyList<Fact> facts, CancellationToken cancellation);

    /// <summary>
    /// For rows that come out the same when facts of different streams change places: how they are gathered stream by stream. They are built anew
    /// in one pass with the inline read models then, and much faster than in the order of the log, which is taken where this is null.
    /// </summary>
    /// <param name="generation">The generation of every row that is read or written.</param>
    protected internal virtual IStreamGathering? GatherStreams(int generation) => null;

    /// <inheritdoc />
    /// <exception cref="OtherFoldVersionException">The rows in use were made by another version of the fold.</exception>
    protected internal sealed override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
    {
        var inUse = await Active(connection, cancellation).ConfigureAwait(false); // asked while the checkpoint is held: no flip comes between
        if (inUse.FoldVersion != FoldVersion) throw new OtherFoldVersionException(new FoldDifference(Name, FoldVersion, inUse.FoldVersion).ToString());
        Fact[] own = [.. facts.Where(fact => Kinds.Contains(fact.StreamType)).Select(fact => fact.ToFact())];
        if (own.Length > 0) await Apply(connection, inUse.Generation, own, cancellation).ConfigureAwait(false);
    }

    async Task<ActiveView> Active(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select generation, fold_version from lc_views where view = $1", connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = Name } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? new(reader.GetInt32(0), reader.GetInt32(1)) : ActiveView.First;
    }
}
