namespace LiveCommerce.Postgres.Append;

/// <summary>The statements that put many rows into an inline read model's table.</summary>
sealed class RowStatements
{
    readonly string columns;
    readonly string rows;
    readonly string insert;
    readonly string upsert;

    /// <param name="table">Its key is generation and id, and it has a version.</param>
    /// <param name="columns">The columns in the order of the parameters, each with the expression that it is made by if that is not its parameter alone; the generation is the last parameter.</param>
    internal RowStatements(string table, IReadOnlyList<(string Name, string? Expression)> columns)
    {
        var names = columns.Select(column => column.Name).ToArray();
        this.columns = $"({string.Join(", ", names)}, generation)";
        rows = $"""
            select {string.Join(", ", columns.Select(column => column.Expression ?? column.Name))}, ${names.Length + 1}
            from (select {string.Join(", ", names.Select((name, index) => $"unnest(${index + 1}) as {name}"))}) as made
            """;
        insert = Into(table);
        upsert = $"""
            {insert}
            on conflict (generation, id) do update set {string.Join(", ", names.Where(name => name != "id").Select(name => $"{name} = excluded.{name}"))}
            where {table}.version < excluded.version
            """;
    }

    /// <summary>The rows of streams that begin in the same append need no look for older ones and no speculative insertion.</summary>
    internal string For(bool areNew) => areNew ? insert : upsert;

    /// <summary>New rows for a table that is like this one.</summary>
    internal string Into(string table) => $"insert into {table} {columns}\n{rows}";
}
