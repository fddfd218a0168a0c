using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>A generation in the making, as it stands in the database: whoever is interrupted leaves it to the next.</summary>
sealed record Making(string View, int Generation, int FoldVersion, long Position, Guid LastStream, bool IsFilled)
{
    const string Found = """
        select view, generation, fold_version, position, coalesce(last_stream, '00000000-0000-0000-0000-000000000000'), is_filled from lc_rebuilds
        where view = $1 and fold_version = $2 and generation = coalesce((select generation from lc_views where view = $1), 0) + 1
        """;

    const string Begin = """
        insert into lc_rebuilds (view, generation, fold_version, position, is_filled)
        select $1, coalesce((select generation from lc_views where view = $1), 0) + 1, $2, case when $3 then 0 else coalesce((select max(seq_id) from mt_events), 0) end, $3
        """;

    const string Move = "update lc_rebuilds set position = $5, last_stream = $6, is_filled = $7 where view = $1 and generation = $2 and position = $3 and last_stream is not distinct from $4";

    const string End = "delete from lc_rebuilds where view = $1 and generation = $2 and position = $3 and last_stream is not distinct from $4";

    const string Use = """
        insert into lc_views (view, generation, fold_version) values ($1, $2, $3)
        on conflict (view) do update set generation = excluded.generation, fold_version = excluded.fold_version
        """;

    /// <summary>What was interrupted; null where nothing was, or by a program of another fold version.</summary>
    internal static async Task<Making?> Find(PostgresDatabase database, string view, int foldVersion, CancellationToken cancellation) => (await database.Read(
        new NpgsqlBatchCommand(Found).Value(view).Value(foldVersion),
        row => new Making(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetGuid(4), row.GetBoolean(5)), cancellation).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Begins anew; whatever an abandoned generation left was deleted before.</summary>
    internal static Task Start(PostgresDatabase database, string view, int foldVersion, bool isFollower, CancellationToken cancellation) =>
        Run(database, new NpgsqlBatchCommand(Begin).Value(view).Value(foldVersion).Value(isFollower), cancellation);

    internal static Task Abandon(PostgresDatabase database, string view, CancellationToken cancellation) =>
        Run(database, new NpgsqlBatchCommand("delete from lc_rebuilds where view = $1").Value(view), cancellation);

    /// <summary>Notes how far it has come, in the transaction of the rows.</summary>
    /// <exception cref="RebuildRunningException">Another process took it up.</exception>
    internal async Task<Making> MoveTo(Making next, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await Sure(connection, Here(Move).Value(next.Position).OrNull(Stream(next.LastStream)).Value(next.IsFilled), cancellation).ConfigureAwait(false);
        return next;
    }

    /// <summary>Puts this generation into use.</summary>
    /// <exception cref="RebuildRunningException">Another process took it up.</exception>
    internal async Task Flip(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await Sure(connection, Here(End), cancellation).ConfigureAwait(false);
        await Sure(connection, new NpgsqlBatchCommand(Use).Value(View).Value(Generation).Value(FoldVersion), cancellation).ConfigureAwait(false);
    }

    static Guid? Stream(Guid last) => last == Guid.Empty ? null : last;

    static async Task Run(PostgresDatabase database, NpgsqlBatchCommand statement, CancellationToken cancellation)
    {
        await using var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    static async Task Sure(NpgsqlConnection connection, NpgsqlBatchCommand statement, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement } };
        if (await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) != 1) throw new RebuildRunningException();
    }

    NpgsqlBatchCommand Here(string sql) => new NpgsqlBatchCommand(sql).Value(View).Value(Generation).Value(Position).OrNull(Stream(LastStream));
}
