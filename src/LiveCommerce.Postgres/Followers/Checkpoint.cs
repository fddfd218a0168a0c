using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>How far a follower has come. It moves only from where it was seen, so of two hosts that read the same facts one writes.</summary>
static class Checkpoint
{
    internal static async Task<long> Read(NpgsqlDataSource database, string follower, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select position from lc_checkpoints where follower = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = follower });
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) as long? ?? 0;
    }

    /// <summary>Where a follower stands; until the transaction ends nobody moves it.</summary>
    internal static async Task<long> Hold(NpgsqlConnection connection, string follower, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("insert into lc_checkpoints (follower, position) values ($1, 0) on conflict do nothing").Value(follower),
                new NpgsqlBatchCommand("select position from lc_checkpoints where follower = $1 for update").Value(follower),
            },
        };
        return (long)(await batch.ExecuteScalarAsync(cancellation).ConfigureAwait(false) ?? 0L);
    }

    internal static async Task Set(NpgsqlConnection connection, string follower, long to, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand("update lc_checkpoints set position = $2, moved_at = clock_timestamp() where follower = $1").Value(follower).Value(to) },
        };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>False when another host was faster. A host that is about to be waits here until it has finished.</summary>
    internal static async Task<bool> Move(NpgsqlConnection connection, string follower, long seen, long to, CancellationToken cancellation)
    {
        var sql = seen == 0
            ? "insert into lc_checkpoints (follower, position) select $1, $3 where $2 = 0 on conflict do nothing"
            : "update lc_checkpoints set position = $3, moved_at = clock_timestamp() where follower = $1 and position = $2";
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = follower }, new NpgsqlParameter<long> { TypedValue = seen }, new NpgsqlParameter<long> { TypedValue = to } },
        };
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) == 1;
    }
}
