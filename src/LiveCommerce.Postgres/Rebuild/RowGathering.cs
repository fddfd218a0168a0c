using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// The rows of whole streams, each in the form of a copy as soon as it is folded, so that neither facts nor rows are kept. COPY is half the
/// work of an insert, but converts nothing: each column must have just the type that its values have.
/// </summary>
sealed class CopiedRows(InlineView view, InlineTable table, string into, int generation) : IStreamGathering
{
    readonly CopyBuffer rows = new();

    public void Add(IReadOnlyList<Fact> stream)
    {
        if (view.RowOf(stream) is { } row) table.Copy(rows, row, generation);
    }

    public async Task Write(NpgsqlConnection connection, CancellationToken cancellation)
    {
        rows.End();
        var columns = string.Join(", ", table.Columns.Select(column => column.Name));
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {into} ({columns}) from stdin (format binary)", cancellation).ConfigureAwait(false))
            await copy.WriteAsync(rows.Written, cancellation).ConfigureAwait(false);
        rows.Return();
    }
}

/// <summary>The rows of whole streams, inserted as an append does.</summary>
sealed class InsertedRows(InlineView view, InlineTable table, string into, int generation) : IStreamGathering
{
    readonly List<RowWrite> rows = [];

    public void Add(IReadOnlyList<Fact> stream)
    {
        if (view.RowOf(stream) is { } row) rows.Add(row);
    }

    public async Task Write(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Insert(into, rows, generation) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}

static class WholeStreams
{
    /// <summary>The row that all facts of a stream come to.</summary>
    internal static RowWrite? RowOf(this InlineView view, IReadOnlyList<Fact> stream)
    {
        object? row = null;
        foreach (var fact in stream) row = view.FoldRow(row, fact);
        return row is null ? null : new(view, stream[0].Stream, stream[^1].Version, row);
    }
}
