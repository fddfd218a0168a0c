namespace LiveCommerce.Postgres.Append;

/// <summary>The statements that put many rows into an inline read model's table, from the names of its columns alone.</summary>
sealed class RowStatements
{
    readonly string insert;
    readonly string upsert;

    /// <param name="table">Its key is generation and id, and it has a version.</param>
    /// <param name="columns">The columns in the order of the parameters; the generation is the last parameter.</param>
    /// <param name="expressions">Where a column is made of its parameter by an expression.</param>
    internal RowStatements(string table, string[] columns, params (string Column, string Expression)[] expressions)
    {
        var values = columns.Select(column => expressions.FirstOrDefault(made => made.Column == column).Expression ?? column);
        var changing = columns.Where(column => column != "id").ToArray();
        insert = $"""
            insert into {table} ({string.Join(", ", columns)}, generation)
            select {string.Join(", ", values)}, ${columns.Length + 1}
            from (select {string.Join(", ", columns.Select((column, index) => $"unnest(${index + 1}) as {column}"))}) as made
            """;
        upsert = $"""
            {insert}
            on conflict (generation, id) do update set {string.Join(", ", changing.Select(column => $"{column} = excluded.{column}"))}
            where {table}.version < excluded.version
            """;
    }

    /// <summary>The rows of streams that begin in the same append need no look for older ones and no speculative insertion.</summary>
    internal string For(bool areNew) => areNew ? insert : upsert;
}
