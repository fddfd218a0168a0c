using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>Sends batches, one at a time, over one connection: a transaction and a round trip each.</summary>
sealed class Appender(PostgresDatabase database, InlineTables tables, KnownLog known) : IAsyncDisposable
{
    NpgsqlConnection? connection;

    /// <summary>Writes a batch, or names what is in its way.</summary>
    /// <exception cref="OtherFoldVersionException">The read models in use are not this program's.</exception>
    /// <exception cref="PostgresException">The database refused it; nothing was written.</exception>
    /// <exception cref="NpgsqlException">The connection was lost; whether it was written is not known.</exception>
    internal async Task<AppendOutcome> Send(BatchWrites writes)
    {
        while (true)
        {
            var open = await Connection().ConfigureAwait(false);
            var log = known.Log ??= tables.Accept(await LogIdentity.Read(open, CancellationToken.None).ConfigureAwait(false));
            try
            {
                return await Execute(open, writes, log).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (exception.SqlState == Guard.SqlState)
            {
                var found = Guard.Findings(exception);
                if (found.Log || found.Views.Length > 0) known.Log = null;
                if (found.Log || found.Unfounded || found.Stale.Length + found.Answered.Length > 0) return found.ToConflict();
            }
            catch (Exception exception) when (exception is not PostgresException)
            {
                // Half a batch may be on its way and hold the lock: the server must hear at once that no more will come. And a connection that
                // was cut off in the middle of a message believes in prepared statements of which the server never heard.
                database.Appending.Clear();
                await DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>An open connection; a lost one is replaced.</summary>
    internal async Task<NpgsqlConnection> Connection()
    {
        if (connection is { State: System.Data.ConnectionState.Open }) return connection;
        await DisposeAsync().ConfigureAwait(false);
        connection = await database.Appending.OpenConnectionAsync().ConfigureAwait(false);
        return connection;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
        connection = null;
    }

    /// <summary>Statements without a BEGIN, sent in one go, are one transaction: it ends when the server answers that it is ready for the next.</summary>
    async Task<AppendOutcome> Execute(NpgsqlConnection open, BatchWrites writes, LogIdentity log)
    {
        await using var batch = new NpgsqlBatch(open);
        batch.BatchCommands.Add(new(Guard.Lock));
        batch.BatchCommands.Add(Guard.Of(writes, log, tables.Views));
        foreach (var statement in EventStatements.Of(writes)) batch.BatchCommands.Add(statement);
        foreach (var statement in SlotTable.Of(writes)) batch.BatchCommands.Add(statement);
        foreach (var statement in ImageTable.Of(writes)) batch.BatchCommands.Add(statement);
        foreach (var statement in tables.Of(writes, log)) batch.BatchCommands.Add(statement);
        foreach (var statement in SuppressedTable.Of(writes)) batch.BatchCommands.Add(statement);
        foreach (var statement in DueRows.Of(writes)) batch.BatchCommands.Add(statement);
        if (writes.Receipts.Count > 0) batch.BatchCommands.Add(ReceiptStatements.Of(writes, log.Requests));
        batch.BatchCommands.Add(new(ReceiptStatements.End));
        var answer = Answer(batch);
        writes.IsSent(); // as far as it goes at once, the lock's statement in front
        return await answer.ConfigureAwait(false);
    }

    static async Task<AppendOutcome> Answer(NpgsqlBatch batch)
    {
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        AppendOutcome? outcome = null;
        do
        {
            if (reader.FieldCount == 2 && await reader.ReadAsync().ConfigureAwait(false))
                outcome = new AppendOutcome.Committed(reader.GetInt64(0), reader.GetDateTime(1).ToMoment());
        }
        while (await reader.NextResultAsync().ConfigureAwait(false)); // to the very end: only then it is durable
        return outcome ?? throw new InvalidOperationException("The append did not say where the log ends.");
    }
}
