using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Hands out due work to one host at a time, by a lease: a host that dies loses it.</summary>
/// <param name="database">Where the due work stands.</param>
/// <param name="lease">How long a host may be silent before another takes its work up.</param>
sealed class DueQueue(PostgresDatabase database, TimeSpan lease)
{
    const string Take = """
        insert into lc_leases (kind, subject, due_at, holder, leased_until)
        select due.kind, due.subject, due.due_at, $2, clock_timestamp() + $3
        from lc_due due left join lc_leases lease using (kind, subject, due_at)
        where due.due_at <= $1 and due.kind = any ($4) and (lease.holder is null or (not lease.is_done and lease.leased_until < clock_timestamp()))
        order by due.due_at, due.subject limit 1
        on conflict (kind, subject, due_at) do update set holder = excluded.holder, leased_until = excluded.leased_until
            where not lc_leases.is_done and lc_leases.leased_until < clock_timestamp()
        returning kind, subject, due_at
        """;

    const string End = """
        update lc_leases set is_done = $5, leased_until = clock_timestamp() + $6 where kind = $1 and subject = $2 and due_at = $3 and holder = $4
        """;

    const string Keep = """
        update lc_leases set leased_until = clock_timestamp() + $5 where kind = $1 and subject = $2 and due_at = $3 and holder = $4 and not is_done
        """;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    readonly Guid holder = Guid.CreateVersion7();

    /// <summary>The next piece of work of these kinds that is due and nobody's; null when there is none. Another version's host may know further kinds.</summary>
    internal async Task<DueItem?> Claim(IReadOnlyCollection<string> kinds, Moment now, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Take).Value(now.ToDateTime()).Value(holder).Value(lease).Column(kinds, kind => kind) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? new(reader.GetString(0), reader.GetGuid(1), reader.GetDateTime(2).ToMoment()) : null;
    }

    /// <summary>Keeps a lease for longer; false where it is lost, because it ran out and another host took the work up.</summary>
    internal async Task<bool> Renew(DueItem item, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var renewal = new NpgsqlBatchCommand(Keep).Value(item.Kind).Value(item.Subject).Value(item.DueAt.ToDateTime()).Value(holder).Value(lease);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { renewal } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        return renewal.Rows == 1;
    }

    /// <summary>Gives work back: done, or to be tried again after a while in which other work has its turn.</summary>
    internal async Task GiveBack(DueItem item, bool isDone, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(End).Value(item.Kind).Value(item.Subject).Value(item.DueAt.ToDateTime()).Value(holder).Value(isDone).Value(Pause) },
        };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
