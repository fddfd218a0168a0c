using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>
/// Takes away what was done a week ago. Nothing rests on such rows: should the work come about again, its commands have the same keys, and
/// receipts are for ever. Under the append's lock, since an append may want a due row, and must find none held.
/// </summary>
sealed class DueSweep(PostgresDatabase database)
{
    internal const int Most = 500;

    const string Sweep = """
        with done as (
            select kind, subject, due_at from lc_leases where is_done and leased_until < clock_timestamp() - $1 order by leased_until limit $2
        ), settled as (
            delete from lc_due using done where lc_due.kind = done.kind and lc_due.subject = done.subject and lc_due.due_at = done.due_at
        )
        delete from lc_leases using done where lc_leases.kind = done.kind and lc_leases.subject = done.subject and lc_leases.due_at = done.due_at
        """;

    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How many went: at most <see cref="Most"/> at a time, so that no append waits long.</summary>
    internal async Task<int> Run(CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var sweep = new NpgsqlBatchCommand(Sweep).Value(Kept).Value((long)Most);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Guard.Lock), sweep } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        return (int)sweep.Rows;
    }
}
