using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>
/// Learns, under the append's lock, whether a batch whose connection was lost is in the log. A batch is written wholly or not at all, so one
/// trace of it is enough: its last fact, recognised by its own id, or its last receipt, recognised by the instant of its decision.
/// </summary>
static class Aftermath
{
    const string LastFact = "select seq_id, timestamp from mt_events where stream_id = $1 and version = $2 and id = $3";
    const string LastReceipt = "select position, decided_at from lc_commands where command_id = $1 and decided_at = $2";

    /// <summary>Where the batch ended; null when it is not in the log.</summary>
    internal static async Task<AppendOutcome.Committed?> Learn(NpgsqlConnection connection, BatchWrites writes)
    {
        if (Trace(writes) is not { } trace) return null;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Guard.Lock), trace } };
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        var found = await reader.ReadAsync().ConfigureAwait(false) ? new AppendOutcome.Committed(reader.GetInt64(0), reader.GetDateTime(1).ToMoment()) : null;
        await reader.NextResultAsync().ConfigureAwait(false);
        return found;
    }

    /// <summary>None where the batch only reads: it may be sent again, and the guard judges.</summary>
    static NpgsqlBatchCommand? Trace(BatchWrites writes) => writes switch
    {
        { Events: [.., var fact] } => new NpgsqlBatchCommand(LastFact).Value(fact.Stream.Id).Value(fact.Version).Value(fact.Id),
        { Receipts: [.., var (receipt, _)] } => new NpgsqlBatchCommand(LastReceipt).Value(receipt.CommandId).Value(receipt.DecidedAt.ToDateTime()),
        _ => null,
    };
}
