using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>The right to rebuild the read models of a log: one process at a time has it, and loses it with its connection.</summary>
sealed class RebuildTurn : IAsyncDisposable
{
    const string Take = "select pg_try_advisory_lock(hashtextextended(current_schema() || '.rebuild', 0))";

    readonly NpgsqlConnection connection;

    RebuildTurn(NpgsqlConnection connection) => this.connection = connection;

    /// <exception cref="RebuildRunningException">Another process has it.</exception>
    internal static async Task<RebuildTurn> Begin(PostgresDatabase database, CancellationToken cancellation)
    {
        var connection = await database.Appending.OpenConnectionAsync(cancellation).ConfigureAwait(false); // of no pool: closed, it is gone
        var turn = new RebuildTurn(connection);
        await using var command = new NpgsqlCommand(Take, connection);
        if (await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true) return turn;
        await turn.DisposeAsync().ConfigureAwait(false);
        throw new RebuildRunningException();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
