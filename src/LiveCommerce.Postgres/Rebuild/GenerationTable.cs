using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Where rows of the next generation are made. A table that is partitioned by generation gets another one beside it: filled without
/// indexes, which are built after, attached in a moment, and detached and dropped once it is old. Any other table takes the rows itself.
/// </summary>
sealed class GenerationTable(PostgresDatabase database, string view, string table)
{
    /// <summary>Indexes are built on so many connections at once.</summary>
    const int Builders = 2;

    /// <summary>A quarter of the usual: the server looks again by itself, with its own sample.</summary>
    const int FirstSample = 25;

    const string Indexes = """
        select format('create %sindex if not exists %I on %s using %s', case when i.indisunique then 'unique ' end, made.name, $2, substring(pg_get_indexdef(i.indexrelid) from ' USING (.*)$')),
            case k.contype when 'p' then format('alter table %s add primary key using index %I', $2, made.name) when 'u' then format('alter table %s add unique using index %I', $2, made.name) end
        from pg_index i left join pg_constraint k on k.conrelid = i.indrelid and k.conindid = i.indexrelid and k.contype in ('p', 'u')
        join pg_class c on c.oid = i.indexrelid cross join lateral (select case when starts_with(c.relname, $3) then $4 || substr(c.relname, length($3) + 1) else c.relname || '_' || $4 end as name) made
        where i.indrelid = $1::regclass
        """;

    const string Useless = """
        select c.oid::regclass::text, i.inhrelid is not null, coalesce(i.inhdetachpending, false)
        from pg_class p join pg_class c on c.relnamespace = p.relnamespace and c.relkind = 'r' left join pg_inherits i on i.inhrelid = c.oid and i.inhparent = p.oid
        where p.oid = $1::regclass
            and case when i.inhrelid is not null then substring(pg_get_expr(c.relpartbound, c.oid) from '^FOR VALUES IN \((\d+)\)$')::int
                when obj_description(c.oid, 'pg_class') = $3 then substring(c.relname from '_(\d+)$')::int end
            not in (coalesce((select generation from lc_views where view = $2), 0), coalesce((select generation from lc_rebuilds where view = $2), -1))
        """;

    readonly string name = table.Trim('"');

    /// <summary>By it a table of this one is known from others of such a name.</summary>
    string Comment => $"A generation of {name}.";

    /// <summary>Where the rows of a generation go while it is filled; made unless it is there.</summary>
    internal async Task<string> Begin(int generation, CancellationToken cancellation)
    {
        if (!await IsPartitioned(cancellation).ConfigureAwait(false)) return table;
        var part = Part(generation);
        await using var connection = await database.OpenPatiently(cancellation).ConfigureAwait(false);
        if (await Ask<string>(new NpgsqlBatchCommand("select obj_description(to_regclass($1), 'pg_class')").Value(part), cancellation).ConfigureAwait(false) != Comment)
            await connection.Run($"create table {part} (like {table} including all excluding indexes); comment on table {part} is '{Comment}'", cancellation).ConfigureAwait(false);
        return part;
    }

    /// <summary>Builds its indexes and makes it part of the whole, unless it is; nobody who writes or reads waits for that.</summary>
    internal async Task Attach(int generation, CancellationToken cancellation)
    {
        if (!await IsBeside(generation, cancellation).ConfigureAwait(false)) return;
        var part = Part(generation);
        var indexes = await database.Read(
            new NpgsqlBatchCommand(Indexes).Value(table).Value(part).Value(name).Value($"{name}_{generation}"),
            row => (Build: row.GetString(0), Constraint: row.TextOrNone(1)), cancellation).ConfigureAwait(false);
        await Parallel.ForEachAsync(indexes, new ParallelOptions { MaxDegreeOfParallelism = Builders, CancellationToken = cancellation }, async (index, stop) =>
        {
            await using var builder = await database.OpenPatiently(stop).ConfigureAwait(false);
            await builder.Run(index.Build, stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await using var connection = await database.OpenPatiently(cancellation).ConfigureAwait(false);
        await connection.Run($"set default_statistics_target = {FirstSample}; analyze {part}", cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        foreach (var constraint in indexes.Select(index => index.Constraint).OfType<string>()) await connection.Run(constraint, cancellation).ConfigureAwait(false);
        await connection.Run($"alter table {table} attach partition {part} for values in ({generation})", cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes what is neither in use nor in the making.</summary>
    internal async Task Clear(CancellationToken cancellation)
    {
        await using var connection = await database.OpenPatiently(cancellation).ConfigureAwait(false);
        if (!await IsPartitioned(cancellation).ConfigureAwait(false))
        {
            await new OldRows(view, table).Delete(connection, cancellation).ConfigureAwait(false);
            return;
        }
        var useless = await database.Read(
            new NpgsqlBatchCommand(Useless).Value(table).Value(view).Value(Comment), row => (Part: row.GetString(0), IsAttached: row.GetBoolean(1), IsBeingDetached: row.GetBoolean(2)), cancellation).ConfigureAwait(false);
        foreach (var (part, isAttached, isBeingDetached) in useless)
        {
            if (isAttached) await connection.Run($"comment on table {part} is '{Comment}'", cancellation).ConfigureAwait(false); // for whoever finds it detached
            if (isAttached) await connection.Run($"alter table {table} detach partition {part} {(isBeingDetached ? "finalize" : "concurrently")}", cancellation).ConfigureAwait(false);
            await connection.Run($"drop table {part}", cancellation).ConfigureAwait(false);
        }
    }

    string Part(int generation) => $"\"{name}_{generation}\"";

    async Task<bool> IsPartitioned(CancellationToken cancellation) =>
        await Ask<bool>(new NpgsqlBatchCommand("select relkind = 'p' from pg_class where oid = $1::regclass").Value(table), cancellation).ConfigureAwait(false);

    /// <summary>Whether a generation has a table that is not part of the whole yet.</summary>
    async Task<bool> IsBeside(int generation, CancellationToken cancellation) =>
        await Ask<bool>(new NpgsqlBatchCommand("select coalesce((select not relispartition from pg_class where oid = to_regclass($1) and obj_description(oid, 'pg_class') = $2), false)")
            .Value(Part(generation)).Value(Comment), cancellation).ConfigureAwait(false);

    async Task<T?> Ask<T>(NpgsqlBatchCommand query, CancellationToken cancellation) =>
        (await database.Read(query, row => row.IsDBNull(0) ? default : row.GetFieldValue<T>(0), cancellation).ConfigureAwait(false)).Single();
}
