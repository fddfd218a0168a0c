using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Finds what was answered to a command.</summary>
sealed class ReceiptReader(NpgsqlDataSource database)
{
    const string ById = """
        select owner, idempotency_key, name, command, context, code, outcome, answer, position, decided_at
        from lc_commands where command_id = $1
        """;

    internal async Task<Receipt?> Find(Guid commandId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commandId });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? Read(commandId, reader) : null;
    }

    internal async Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select c.request_digest, l.request_key from lc_commands c, lc_log l where c.command_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commandId });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return !await reader.ReadAsync(cancellation).ConfigureAwait(false) || reader.IsDBNull(0)
            || reader.GetString(0) == new RequestKey(reader.GetFieldValue<byte[]>(1)).Seal(requestDigest);
    }

    static Receipt Read(Guid commandId, NpgsqlDataReader reader)
    {
        var context = ReceiptJson.ReadContext(reader.GetString(4));
        var answer = ReceiptJson.ReadAnswer(reader.GetString(7));
        return new()
        {
            CommandId = commandId,
            Owner = reader.GetString(0),
            IdempotencyKey = reader.GetString(1),
            Command = reader.GetString(2),
            CommandBody = reader.GetString(3),
            Outcome = Enum.Parse<Kernel.Outcome>(reader.GetString(6)),
            Facts = answer.Facts,
            Refusals = answer.Refusals,
            Warnings = answer.Warnings ?? [],
            Details = answer.Details,
            Reads = context.Reads,
            Policy = context.Policy,
            Code = reader.GetString(5),
            Actor = context.Actor,
            DecidedAt = reader.GetDateTime(9).ToMoment(),
            Position = reader.GetInt64(8),
        };
    }
}
