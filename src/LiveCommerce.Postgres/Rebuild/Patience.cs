using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>For what may take long and holds nobody up: an index on many rows, or the wait for those who still read an old table.</summary>
static class Patience
{
    internal static async Task<NpgsqlConnection> OpenPatiently(this PostgresDatabase database, CancellationToken cancellation)
    {
        var connection = await database.Following.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await connection.Run("select set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)", cancellation).ConfigureAwait(false);
        return connection;
    }

    internal static async Task Run(this NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
