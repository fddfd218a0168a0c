using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>What the connections of one store know of the log. They share it: none may take another log for the one that the other's batches were decided on.</summary>
sealed class KnownLog
{
    volatile LogIdentity? log;

    /// <summary>Null until it is read, and after something of it changed.</summary>
    internal LogIdentity? Log
    {
        get => log;
        set => log = value;
    }
}

/// <summary>Which log a host writes to, and which generation of each read model it fills; every batch asserts both.</summary>
sealed record LogIdentity(Guid LogId, int Epoch, RequestKey Requests, IReadOnlyDictionary<string, ActiveView> Views)
{
    /// <summary>The form of what this code writes; a database that demands another one is not written to.</summary>
    internal const int WriteVersion = 1;

    internal int GenerationOf(string view) => Active(view).Generation;

    internal ActiveView Active(string view) => Views.GetValueOrDefault(view, ActiveView.First);

    internal static async Task<LogIdentity> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("select log_id, epoch, write_version, request_key from lc_log"), new(ActiveView.Query) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        var (log, epoch, version) = (reader.GetGuid(0), reader.GetInt32(1), reader.GetInt32(2));
        if (version != WriteVersion) throw new InvalidOperationException($"The database demands write version {version}; this program writes {WriteVersion}.");
        var requests = new RequestKey(reader.GetFieldValue<byte[]>(3));
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return new(log, epoch, requests, await ActiveView.ReadAll(reader, cancellation).ConfigureAwait(false));
    }
}
