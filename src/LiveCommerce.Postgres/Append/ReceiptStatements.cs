using LiveCommerce.Kernel;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>The statement that writes the receipts, and the last one of each append, which says where the log now ends.</summary>
static class ReceiptStatements
{
    // The numbers were drawn under the lock and without a gap, so each command's last one follows from the sequence's last.
    const string Insert = """
        insert into lc_commands (command_id, owner, idempotency_key, request_digest, name, command, context, code, outcome, answer, decided_at, batch, position)
        select command_id, owner, idempotency_key, request_digest, name, command, context, code, outcome, answer, decided_at, $13,
            (select case when is_called then last_value else 0 end from mt_events_sequence) - later
        from (select unnest($1) as command_id, unnest($2) as owner, unnest($3) as idempotency_key, unnest($4) as request_digest, unnest($5) as name, unnest($6) as command,
                unnest($7) as context, unnest($8) as code, unnest($9) as outcome, unnest($10) as answer, unnest($11) as decided_at, unnest($12) as later) as new
        """;

    /// <summary>Where the log ends, and when it was written last.</summary>
    internal const string End = """
        select (select case when is_called then last_value else 0 end from mt_events_sequence),
            coalesce((select timestamp from mt_events order by seq_id desc limit 1), clock_timestamp())
        """;

    internal static NpgsqlBatchCommand Of(BatchWrites writes, RequestKey key)
    {
        var answers = writes.Receipts.ConvertAll(written => written.Receipt);
        return new NpgsqlBatchCommand(Insert)
            .Column(answers, receipt => receipt.CommandId)
            .Column(answers, receipt => receipt.Owner)
            .Column(answers, receipt => receipt.IdempotencyKey)
            .Column(writes.Receipts, written => key.Seal(written.RequestDigest))
            .Column(answers, receipt => receipt.Command)
            .Json(answers, receipt => receipt.CommandBody)
            .Json(answers, ReceiptJson.Context)
            .Column(answers, receipt => receipt.Code)
            .Column(answers, receipt => NameOf(receipt.Outcome))
            .Json(answers, ReceiptJson.Answer)
            .Moments(answers, receipt => receipt.DecidedAt)
            .Column(writes.Receipts, written => (long)(writes.Events.Count - written.EventsSoFar))
            .Value(writes.Id);
    }

    static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Recorded => nameof(Outcome.Recorded),
        Outcome.AlreadySo => nameof(Outcome.AlreadySo),
        Outcome.Refused => nameof(Outcome.Refused),
        Outcome.NotVisible => nameof(Outcome.NotVisible),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
