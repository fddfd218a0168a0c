using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>
/// Learns, under the append's lock, whether a batch whose connection was lost is in the log. All of it is looked for, though it is written
/// wholly or not at all: the last command may since have come in by another host, with the same ids, while the others are nowhere.
/// </summary>
static class Aftermath
{
    const string Traces = """
        select facts.found, receipts.found, greatest(facts.last, receipts.last), coalesce(facts.at, receipts.at)
        from (select count(*) as found, max(seq_id) as last, max(timestamp) as at
              from unnest($1, $2, $3) as sent (stream_id, version, id) join mt_events using (stream_id, version, id)) as facts,
             (select count(*) as found, max(position) as last, max(decided_at) as at
              from unnest($4) as sent (command_id) join lc_commands using (command_id) where batch = $5) as receipts
        """;

    /// <summary>Where the batch ended; null when it is not in the log, or when it only reads: it may be sent again, and the guard judges.</summary>
    internal static async Task<AppendOutcome.Committed?> Learn(NpgsqlConnection connection, BatchWrites writes)
    {
        if (writes.Events.Count + writes.Receipts.Count == 0) return null;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Guard.Lock), TracesOf(writes) } };
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        await reader.ReadAsync().ConfigureAwait(false);
        var isThere = (reader.GetInt64(0), reader.GetInt64(1)) == (writes.Events.Count, writes.Receipts.Count);
        var found = isThere ? new AppendOutcome.Committed(reader.GetInt64(2), reader.GetDateTime(3).ToMoment()) : null;
        await reader.NextResultAsync().ConfigureAwait(false);
        return found;
    }

    static NpgsqlBatchCommand TracesOf(BatchWrites writes) => new NpgsqlBatchCommand(Traces)
        .Column(writes.Events, fact => fact.Stream.Id)
        .Column(writes.Events, fact => fact.Version)
        .Column(writes.Events, fact => fact.Id)
        .Column(writes.Receipts, written => written.Receipt.CommandId)
        .Value(writes.Id);
}
