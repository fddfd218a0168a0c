using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>The next generation of a read model.</summary>
readonly record struct NextGeneration(string View, int Generation, int FoldVersion);

/// <summary>Generations in the making that stand at one place and go on together, as the database has them: whoever is interrupted leaves them to the next.</summary>
/// <param name="Of">Whose they are.</param>
/// <param name="Position">The log's facts up to here are in them once they are filled.</param>
/// <param name="LastStream">While they are filled: up to this stream they are.</param>
/// <param name="IsFilled">Whether they only follow the log.</param>
sealed record Making(IReadOnlyList<NextGeneration> Of, long Position, Guid LastStream, bool IsFilled)
{
    const string Found = """
        select view, generation, fold_version, position, coalesce(last_stream, '00000000-0000-0000-0000-000000000000'), is_filled from lc_rebuilds r
        where generation = coalesce((select v.generation from lc_views v where v.view = r.view), 0) + 1
        """;

    const string Begin = """
        insert into lc_rebuilds (view, generation, fold_version, position, is_filled)
        select made.view, coalesce((select v.generation from lc_views v where v.view = made.view), 0) + 1, made.fold_version,
            case when $3 then 0 else coalesce((select max(seq_id) from mt_events), 0) end, $3
        from unnest($1, $2) as made (view, fold_version)
        """;

    const string Here = """
        from unnest($1, $2) as made (view, generation)
        where r.view = made.view and r.generation = made.generation and r.position = $3 and r.last_stream is not distinct from $4
        """;

    const string Move = $"update lc_rebuilds r set position = $5, last_stream = $6, is_filled = $7 {Here}";

    const string End = "delete from lc_rebuilds r using unnest($1, $2) as made (view, generation) where r.view = made.view and r.generation = made.generation and r.position = $3 and r.last_stream is not distinct from $4";

    const string Use = """
        insert into lc_views (view, generation, fold_version) select * from unnest($1, $2, $3)
        on conflict (view) do update set generation = excluded.generation, fold_version = excluded.fold_version
        """;

    /// <summary>What was interrupted.</summary>
    internal static async Task<List<Making>> Find(PostgresDatabase database, CancellationToken cancellation)
    {
        var found = await database.Read(
            new NpgsqlBatchCommand(Found),
            row => (new NextGeneration(row.GetString(0), row.GetInt32(1), row.GetInt32(2)), Place: (row.GetInt64(3), row.GetGuid(4), row.GetBoolean(5))), cancellation).ConfigureAwait(false);
        return [.. found.GroupBy(one => one.Place, one => one.Item1, (place, of) => new Making([.. of], place.Item1, place.Item2, place.Item3))];
    }

    /// <summary>Notes that these are begun: to be filled with the log as it is now, or to follow it from its beginning.</summary>
    internal static Task Start(NpgsqlConnection connection, IReadOnlyCollection<ViewRebuild> views, bool followsOnly, CancellationToken cancellation) =>
        Run(connection, new NpgsqlBatchCommand(Begin).Column(views, view => view.View).Column(views, view => view.FoldVersion).Value(followsOnly), cancellation);

    internal static Task Abandon(NpgsqlConnection connection, IReadOnlyCollection<ViewRebuild> views, CancellationToken cancellation) =>
        Run(connection, new NpgsqlBatchCommand("delete from lc_rebuilds where view = any ($1)").Column(views, view => view.View), cancellation);

    /// <summary>Whether it followed the log from its beginning.</summary>
    internal bool FollowsOnly => IsFilled && LastStream == Guid.Empty;

    internal bool Has(ViewRebuild view) => Of.Any(made => made.View == view.View && made.FoldVersion == view.FoldVersion);

    internal int GenerationOf(ViewRebuild view) => Of.Single(made => made.View == view.View).Generation;

    /// <summary>Those of some read models.</summary>
    internal Making Only(IEnumerable<ViewRebuild> views) => this with { Of = [.. Of.Where(made => views.Any(view => view.View == made.View && view.FoldVersion == made.FoldVersion))] };

    /// <summary>Notes how far it has come, in the transaction of the rows.</summary>
    /// <exception cref="RebuildRunningException">Another process took it up.</exception>
    internal async Task<Making> MoveTo(Making next, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await Sure(connection, At(Move).Value(next.Position).OrNull(Stream(next.LastStream)).Value(next.IsFilled), cancellation).ConfigureAwait(false);
        return next;
    }

    /// <summary>Puts these generations into use.</summary>
    /// <exception cref="RebuildRunningException">Another process took it up.</exception>
    internal async Task Flip(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await Sure(connection, At(End), cancellation).ConfigureAwait(false);
        await Sure(connection, new NpgsqlBatchCommand(Use).Column(Of, made => made.View).Column(Of, made => made.Generation).Column(Of, made => made.FoldVersion), cancellation).ConfigureAwait(false);
    }

    static Guid? Stream(Guid last) => last == Guid.Empty ? null : last;

    static async Task<int> Run(NpgsqlConnection connection, NpgsqlBatchCommand statement, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement } };
        return await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    async Task Sure(NpgsqlConnection connection, NpgsqlBatchCommand statement, CancellationToken cancellation)
    {
        if (await Run(connection, statement, cancellation).ConfigureAwait(false) != Of.Count) throw new RebuildRunningException();
    }

    NpgsqlBatchCommand At(string sql) =>
        new NpgsqlBatchCommand(sql).Column(Of, made => made.View).Column(Of, made => made.Generation).Value(Position).OrNull(Stream(LastStream));
}
