using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Finds what was answered to a command.</summary>
sealed class ReceiptReader(NpgsqlDataSource database)
{
    const string ById = """
        select owner, idempotency_key, request_digest, name, command, context, code, outcome, answer, position, decided_at
        from lc_commands where command_id = $1
        """;

    internal async Task<Receipt?> Find(Guid commandId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commandId });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? Read(commandId, reader) : null;
    }

    static Receipt Read(Guid commandId, NpgsqlDataReader reader)
    {
        var context = ReceiptJson.ReadContext(reader.GetString(5));
        var answer = ReceiptJson.ReadAnswer(reader.GetString(8));
        return new()
        {
            CommandId = commandId,
            Owner = reader.GetString(0),
            IdempotencyKey = reader.GetString(1),
            RequestDigest = reader.IsDBNull(2) ? null : reader.GetString(2),
            Command = reader.GetString(3),
            CommandBody = reader.GetString(4),
            Outcome = Enum.Parse<Kernel.Outcome>(reader.GetString(7)),
            Facts = answer.Facts,
            Refusals = answer.Refusals,
            Warnings = answer.Warnings ?? [],
            Details = answer.Details,
            Reads = context.Reads,
            Policy = context.Policy,
            Code = reader.GetString(6),
            Actor = context.Actor,
            DecidedAt = reader.GetDateTime(10).ToMoment(),
            Position = reader.GetInt64(9),
        };
    }
}
