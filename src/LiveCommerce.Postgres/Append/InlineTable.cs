using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres;

/// <summary>The table of an inline read model.</summary>
public abstract class InlineTable
{
    private protected InlineTable(InlineView view, string table) => (View, FoldVersion, Table) = (view.Name, view.FoldVersion, table);

    /// <summary>The read model's name.</summary>
    public string View { get; }

    /// <summary>The version of the fold that its rows are made by.</summary>
    public int FoldVersion { get; }

    internal string Table { get; }

    /// <summary>Its columns in the order of a copy, each with the type that a copied value has; null where it cannot be copied.</summary>
    internal abstract IReadOnlyList<(string Name, string? Type)> Columns { get; }

    /// <summary>Writes rows of one generation; a row that shows a later version stays.</summary>
    internal abstract NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew);

    /// <summary>Writes new rows of one generation to a table like this one.</summary>
    internal abstract NpgsqlBatchCommand Insert(string into, IReadOnlyCollection<RowWrite> rows, int generation);

    /// <summary>Adds one in the binary form of a copy.</summary>
    internal abstract void Copy(CopyBuffer buffer, RowWrite row, int generation);
}

/// <summary>
/// The table of an inline read model of your own, in the schema of the log. Beside the columns that are named here it has
/// <c>generation integer, id uuid, version bigint</c> and the primary key <c>(generation, id)</c>; id is the stream's. It may be
/// partitioned by list of the generation: a rebuild is much faster then.
/// </summary>
/// <typeparam name="TRow">The read model's row.</typeparam>
public sealed class InlineTable<TRow> : InlineTable where TRow : class
{
    /// <summary>Stands between the texts of one row: arrays of unequal length cannot be sent as one.</summary>
    const char Separator = '\u001f';

    readonly InlineView<TRow> view;
    readonly TableColumn<TRow>[] columns;
    readonly RowStatements statements;

    /// <summary>A table without columns of its own.</summary>
    /// <param name="view">The read model.</param>
    /// <param name="table">The table's name: lower-case letters, digits and underscores.</param>
    public InlineTable(InlineView<TRow> view, string table) : this(view, SqlName.Quoted(table), [])
    {
    }

    InlineTable(InlineView<TRow> view, string table, TableColumn<TRow>[] columns) : base(view, table)
    {
        (this.view, this.columns) = (view, columns);
        statements = new(table, [("id", null), ("version", null), .. columns.Select(column => (column.Name, column.Expression))]);
        Columns = [("\"generation\"", "int4"), ("\"id\"", "uuid"), ("\"version\"", "int8"), .. columns.Select(column => (column.Name, column.Copy?.Type))];
    }

    internal override IReadOnlyList<(string Name, string? Type)> Columns { get; }

    /// <summary>This table with one more column, of a type that Npgsql knows: text, a number, a uuid, true or false, a time; enums as text.</summary>
    public InlineTable<TRow> Column<TValue>(string name, Func<TRow, TValue> value) => With(name, (command, rows) => command.Column(rows, value), CopyForm.Of(value));

    /// <summary>This table with one more column of the type <c>timestamptz</c>.</summary>
    public InlineTable<TRow> Column(string name, Func<TRow, Moment> value) => With(name, (command, rows) => command.Moments(rows, value), CopyForm.Of(value));

    /// <summary>This table with one more column of the type <c>timestamptz</c> that may be null.</summary>
    public InlineTable<TRow> Column(string name, Func<TRow, Moment?> value) => With(name, (command, rows) => command.MomentsOrNone(rows, value), CopyForm.Of(value));

    /// <summary>This table with one more column of the type <c>text[]</c>.</summary>
    public InlineTable<TRow> Texts(string name, Func<TRow, IReadOnlyCollection<string>> value) =>
        With(name, (command, rows) => command.Column(rows, row => string.Join(Separator, value(row))), CopyForm.Of(value), $"string_to_array({SqlName.Quoted(name)}, e'\\x1f')");

    /// <summary>This table with one more column of the type <c>json</c>.</summary>
    public InlineTable<TRow> Json(string name, Func<TRow, string> value) =>
        With(name, (command, rows) => command.Json(rows, value), new("json", (to, row) => to.Write(value(row))));

    /// <summary>This table with one more column of the type <c>jsonb</c>.</summary>
    public InlineTable<TRow> Jsonb(string name, Func<TRow, string> value) =>
        With(name, (command, rows) => command.Jsonb(rows, value), new("jsonb", (to, row) => to.WriteJsonb(value(row))));

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew) => Fill(new(statements.For(areNew)), rows, generation);

    internal override NpgsqlBatchCommand Insert(string into, IReadOnlyCollection<RowWrite> rows, int generation) => Fill(new(statements.Into(into)), rows, generation);

    internal override void Copy(CopyBuffer buffer, RowWrite row, int generation)
    {
        buffer.Row(Columns.Count);
        buffer.Write(generation);
        buffer.Write(row.Stream);
        buffer.Write(row.Version);
        foreach (var column in columns) column.Copy?.Write(buffer, (TRow)row.Row);
    }

    NpgsqlBatchCommand Fill(NpgsqlBatchCommand command, IReadOnlyCollection<RowWrite> rows, int generation)
    {
        command.Column(rows, row => row.Stream).Column(rows, row => row.Version);
        var own = rows.Select(row => (TRow)row.Row).ToArray();
        foreach (var column in columns) column.Add(command, own);
        return command.Value(generation);
    }

    InlineTable<TRow> With(string name, Func<NpgsqlBatchCommand, TRow[], NpgsqlBatchCommand> add, CopyForm<TRow>? copy, string? expression = null) =>
        new(view, Table, [.. columns, new(SqlName.Quoted(name), add, copy, expression)]);
}
