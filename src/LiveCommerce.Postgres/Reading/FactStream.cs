using System.Runtime.CompilerServices;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>What a fold needs of the facts of the whole log, in the order of commit.</summary>
static class FactStream
{
    const int PageSize = 10_000;

    const string Page = $"select {FactRows.Columns}, e.seq_id from mt_events e where e.seq_id > $1 order by e.seq_id limit $2";

    /// <summary>Each fact is given as it arrives; a page ends what the server does for one question, since that is limited in time.</summary>
    internal static async IAsyncEnumerable<Fact> Facts(this NpgsqlDataSource database, EventCodec codec, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        for (var read = PageSize; read == PageSize;)
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Page).Value(after).Value((long)PageSize) } };
            await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            for (read = 0; await reader.ReadAsync(cancellation).ConfigureAwait(false); read++)
            {
                after = reader.GetInt64(5);
                yield return FactRows.Read(reader, codec);
            }
        }
    }
}
