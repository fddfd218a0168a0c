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

    /// <summary>Writes rows of one generation; a row that shows a later version stays.</summary>
    internal abstract NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew);
}

/// <summary>
/// The table of an inline read model of your own, in the schema of the log. Beside the columns that are named here it has
/// <c>generation integer, id uuid, version bigint</c> and the primary key <c>(generation, id)</c>; id is the stream's.
/// </summary>
/// <typeparam name="TRow">The read model's row.</typeparam>
public sealed class InlineTable<TRow> : InlineTable where TRow : class
{
    readonly InlineView<TRow> view;
    readonly (string Name, Func<NpgsqlBatchCommand, TRow[], NpgsqlBatchCommand> Add)[] columns;
    readonly RowStatements statements;

    /// <summary>A table without columns of its own.</summary>
    /// <param name="view">The read model.</param>
    /// <param name="table">The table's name: lower-case letters, digits and underscores.</param>
    public InlineTable(InlineView<TRow> view, string table) : this(view, SqlName.Quoted(table), [])
    {
    }

    InlineTable(InlineView<TRow> view, string table, (string, Func<NpgsqlBatchCommand, TRow[], NpgsqlBatchCommand>)[] columns) : base(view, table)
    {
        (this.view, this.columns) = (view, columns);
        statements = new(table, ["id", "version", .. this.columns.Select(column => column.Name)]);
    }

    /// <summary>This table with one more column, of a type that Npgsql knows: text, a number, a uuid, true or false, a time; enums as text.</summary>
    public InlineTable<TRow> Column<TValue>(string name, Func<TRow, TValue> value) => With(name, (command, rows) => command.Column(rows, value));

    /// <summary>This table with one more column of the type <c>timestamptz</c>.</summary>
    public InlineTable<TRow> Column(string name, Func<TRow, Moment> value) => With(name, (command, rows) => command.Moments(rows, value));

    /// <summary>This table with one more column of the type <c>jsonb</c>.</summary>
    public InlineTable<TRow> Jsonb(string name, Func<TRow, string> value) => With(name, (command, rows) => command.Jsonb(rows, value));

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var own = rows.Select(row => (TRow)row.Row).ToArray();
        var command = new NpgsqlBatchCommand(statements.For(areNew)).Column(rows, row => row.Stream).Column(rows, row => row.Version);
        foreach (var column in columns) column.Add(command, own);
        return command.Value(generation);
    }

    InlineTable<TRow> With(string name, Func<NpgsqlBatchCommand, TRow[], NpgsqlBatchCommand> add) => new(view, Table, [.. columns, (SqlName.Quoted(name), add)]);
}
