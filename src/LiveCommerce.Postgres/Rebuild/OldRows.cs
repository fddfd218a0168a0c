using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>
/// Deletes the rows of generations that are neither in use nor in the making, some blocks of the table at a time: no append wants such a row,
/// and no step takes long.
/// </summary>
sealed class OldRows(string view, string table)
{
    const int BlocksPerStep = 256;

    internal async Task Delete(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var size = new NpgsqlCommand($"select pg_relation_size('{table}') / current_setting('block_size')::bigint", connection);
        var blocks = await size.ExecuteScalarAsync(cancellation).ConfigureAwait(false) as long? ?? 0;
        for (var block = 0L; block < blocks; block += BlocksPerStep)
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand($"""
                        delete from {table} where ctid >= $1::text::tid and ctid < $2::text::tid
                            and generation <> coalesce((select generation from lc_views where view = $3), 0)
                            and generation is distinct from (select generation from lc_rebuilds where view = $3)
                        """).Value($"({block},0)").Value($"({block + BlocksPerStep},0)").Value(view),
                },
            };
            await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }
}
