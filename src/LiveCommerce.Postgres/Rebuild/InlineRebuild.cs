using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>Of a read model whose rows belong to one stream each: a stream is folded whole, and its row written once.</summary>
sealed class InlineRebuild(PostgresDatabase database, InlineView view, InlineTable table, IReadOnlyList<string> kinds)
    : ViewRebuild(database, table.View, table.FoldVersion, kinds, [table.Table])
{
    const string Same = """
        select count(*) = cardinality($2) from unnest($2, $3) as wanted (name, type)
        join pg_attribute a on a.attrelid = $1::regclass and '"' || a.attname || '"' = wanted.name
        join pg_type t on t.oid = a.atttypid and replace(t.typname, 'varchar', 'text') = wanted.type
        """;

    internal override bool TakesWholeStreams => true;

    /// <summary>Copied, where each column has just the type that its values have: COPY is half the work of an insert, but converts nothing.</summary>
    internal override async Task<Filling> Begin(int generation, CancellationToken cancellation)
    {
        var into = await Tables[0].Begin(generation, cancellation).ConfigureAwait(false);
        var same = new NpgsqlBatchCommand(Same).Value(into).Column(table.Columns, column => column.Name).Column(table.Columns, column => column.Type);
        return (await Database.Read(same, row => row.GetBoolean(0), cancellation).ConfigureAwait(false)).Single()
            ? streams => Copy(into, table.Copy(RowsOf(streams), generation))
            : streams => Insert(into, RowsOf(streams), generation);
    }

    /// <summary>Writes the rows of streams that grew since; a row that shows a later version stays.</summary>
    internal async Task Write(NpgsqlConnection connection, int generation, List<Fact> streams, CancellationToken cancellation)
    {
        if (RowsOf(streams) is not { Count: > 0 } rows) return;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Write(rows, generation, areNew: false) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    Writing Copy(string into, ReadOnlyMemory<byte> rows) => async (connection, cancellation) =>
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {into} ({string.Join(", ", table.Columns.Select(column => column.Name))}) from stdin (format binary)", cancellation).ConfigureAwait(false);
        await copy.WriteAsync(rows, cancellation).ConfigureAwait(false);
    };

    Writing Insert(string into, List<RowWrite> rows, int generation) => async (connection, cancellation) =>
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Insert(into, rows, generation) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    };

    List<RowWrite> RowsOf(List<Fact> streams)
    {
        var rows = new List<RowWrite>();
        object? row = null;
        for (var index = 0; index < streams.Count; index++)
        {
            row = view.FoldRow(row, streams[index]);
            if (index + 1 < streams.Count && streams[index + 1].Stream == streams[index].Stream) continue;
            if (row is not null) rows.Add(new(view, streams[index].Stream, streams[index].Version, row));
            row = null;
        }
        return rows;
    }
}
