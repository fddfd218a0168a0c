using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Followers;
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

    internal override async Task<Func<IStreamGathering>> Begin(int generation, CancellationToken cancellation)
    {
        var into = await Tables[0].Begin(generation, cancellation).ConfigureAwait(false);
        var same = new NpgsqlBatchCommand(Same).Value(into).Column(table.Columns, column => column.Name).Column(table.Columns, column => column.Type);
        return (await Database.Read(same, row => row.GetBoolean(0), cancellation).ConfigureAwait(false)).Single()
            ? () => new CopiedRows(view, table, into, generation)
            : () => new InsertedRows(view, table, into, generation);
    }

    /// <summary>Writes the rows of streams that grew since; a row that shows a later version stays.</summary>
    internal async Task Write(NpgsqlConnection connection, int generation, IEnumerable<Fact> streams, CancellationToken cancellation)
    {
        RowWrite[] rows = [.. streams.GroupBy(fact => fact.Stream).Select(stream => view.RowOf([.. stream])).OfType<RowWrite>()];
        if (rows.Length == 0) return;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Write(rows, generation, areNew: false) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
