using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Which log a database holds; both change when it is restored from a backup, and then no position of before means anything.</summary>
/// <param name="LogId">Drawn when the log was made.</param>
/// <param name="Epoch">Raised with each restore.</param>
public sealed record LogName(Guid LogId, int Epoch);

/// <summary>Reads what a host must know of the log itself.</summary>
/// <param name="database">The connections.</param>
public sealed class LogReader(PostgresDatabase database)
{
    /// <summary>The log's name; read anew each time, since a restore changes it under a running host.</summary>
    public async Task<LogName> Name(CancellationToken cancellation)
    {
        await using var command = database.Reading.CreateCommand("select log_id, epoch from lc_log");
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        return new(reader.GetGuid(0), reader.GetInt32(1));
    }
}
