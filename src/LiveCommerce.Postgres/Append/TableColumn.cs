using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>A column of an inline read model's table.</summary>
/// <param name="Name">Quoted.</param>
/// <param name="Add">Adds its values of many rows as one array, for an append.</param>
/// <param name="Copy">Writes one value for a rebuild; null of a type that is not known here, whose rows a rebuild inserts as an append does.</param>
/// <param name="Expression">What an insert makes of the array's value, where that is not the value itself.</param>
sealed record TableColumn<TRow>(string Name, Func<NpgsqlBatchCommand, TRow[], NpgsqlBatchCommand> Add, CopyForm<TRow>? Copy, string? Expression = null);

/// <summary>The binary form of a column's values.</summary>
/// <param name="Type">The type that the column must have, for nobody converts a copied value.</param>
/// <param name="Write">Writes that of one row.</param>
sealed record CopyForm<TRow>(string Type, Action<CopyBuffer, TRow> Write);

static class CopyForm
{
    internal static CopyForm<TRow>? Of<TRow, TValue>(Func<TRow, TValue> value) => (Delegate)value switch
    {
        Func<TRow, Guid> of => new("uuid", (to, row) => to.Write(of(row))),
        Func<TRow, Guid?> of => OrNull("uuid", of, (to, set) => to.Write(set)),
        Func<TRow, string?> of => new("text", (to, row) => Text(to, of(row))),
        Func<TRow, short> of => new("int2", (to, row) => to.Write(of(row))),
        Func<TRow, int> of => new("int4", (to, row) => to.Write(of(row))),
        Func<TRow, int?> of => OrNull("int4", of, (to, set) => to.Write(set)),
        Func<TRow, long> of => new("int8", (to, row) => to.Write(of(row))),
        Func<TRow, long?> of => OrNull("int8", of, (to, set) => to.Write(set)),
        Func<TRow, bool> of => new("bool", (to, row) => to.Write(of(row))),
        Func<TRow, bool?> of => OrNull("bool", of, (to, set) => to.Write(set)),
        Func<TRow, Moment> of => new("timestamptz", (to, row) => to.Write(of(row))),
        Func<TRow, Moment?> of => OrNull("timestamptz", of, (to, set) => to.Write(set)),
        Func<TRow, byte[]> of => new("bytea", (to, row) => to.Write(of(row))),
        Func<TRow, IReadOnlyCollection<string>> of => new("_text", (to, row) => to.Write(of(row))),
        _ => null,
    };

    static CopyForm<TRow> OrNull<TRow, TValue>(string type, Func<TRow, TValue?> value, Action<CopyBuffer, TValue> write) where TValue : struct => new(type, (to, row) =>
    {
        if (value(row) is { } set) write(to, set);
        else to.Null();
    });

    static void Text(CopyBuffer to, string? text)
    {
        if (text is null) to.Null();
        else to.Write(text);
    }
}
