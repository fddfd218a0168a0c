using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>What a fold needs of a fact, and no more: neither personal values nor digests nor the rest of the envelope.</summary>
sealed class FactReader(PostgresDatabase database, EventCodec codec, IReadOnlyCollection<string> kinds)
{
    const string Fact = "e.stream_id, e.version, e.type, e.data, e.headers ->> 'effective_at'";

    const string Streams = $"""
        with page as materialized (select id from mt_streams where id > $1 and type = any ($2) order by id limit $3)
        select {Fact} from page join mt_events e on e.stream_id = page.id order by e.stream_id, e.version
        """;

    const string Touched = $"""
        with page as materialized (select seq_id, stream_id from mt_events where seq_id > $1 order by seq_id limit $3),
            touched as materialized (select distinct s.id from page join mt_streams s on s.id = page.stream_id where s.type = any ($2))
        select null::uuid, (select max(seq_id) from page), null, null, null
        union all
        (select {Fact} from touched join mt_events e on e.stream_id = touched.id order by e.stream_id, e.version)
        """;

    const string Log = $"""
        with page as materialized (select * from mt_events where seq_id > $1 order by seq_id limit $3)
        select null::uuid, (select max(seq_id) from page), null, null, null
        union all
        (select {Fact} from page e join mt_streams s on s.id = e.stream_id where s.type = any ($2) order by e.seq_id)
        """;

    /// <summary>How many facts there are, in the streams up to one.</summary>
    internal Task<long> Count(Guid upTo, CancellationToken cancellation) =>
        Count(new NpgsqlBatchCommand("select coalesce(sum(version), 0)::bigint from mt_streams where type = any ($1) and id <= $2").Column(kinds, kind => kind).Value(upTo), cancellation);

    /// <summary>How many facts there are, up to a position.</summary>
    internal Task<long> Count(long upTo, CancellationToken cancellation) =>
        Count(new NpgsqlBatchCommand("select count(*) from mt_events e join mt_streams s on s.id = e.stream_id where s.type = any ($1) and e.seq_id <= $2").Column(kinds, kind => kind).Value(upTo), cancellation);

    /// <summary>The whole histories of the next streams in the order of their ids.</summary>
    internal async Task<List<Fact>> NextStreams(Guid after, int limit, CancellationToken cancellation) =>
        (await Read(new NpgsqlBatchCommand(Streams).Value(after), limit, cancellation).ConfigureAwait(false)).Facts;

    /// <summary>The whole histories of the streams that the next facts of the log belong to, and the last of those facts' position; null at the log's end.</summary>
    internal Task<(long? Position, List<Fact> Facts)> TouchedStreams(long after, int limit, CancellationToken cancellation) => Read(new NpgsqlBatchCommand(Touched).Value(after), limit, cancellation);

    /// <summary>The next facts of the log, and the last one's position, whatever stream that one is of; null at the log's end.</summary>
    internal Task<(long? Position, List<Fact> Facts)> NextFacts(long after, int limit, CancellationToken cancellation) => Read(new NpgsqlBatchCommand(Log).Value(after), limit, cancellation);

    async Task<long> Count(NpgsqlBatchCommand query, CancellationToken cancellation) =>
        (await database.Read(query, row => row.GetInt64(0), cancellation).ConfigureAwait(false)).Single();

    async Task<(long? Position, List<Fact> Facts)> Read(NpgsqlBatchCommand query, int limit, CancellationToken cancellation)
    {
        query.Column(kinds, kind => kind).Value((long)limit);
        long? position = null;
        var facts = new List<Fact>(limit);
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (!reader.IsDBNull(0)) facts.Add(FactOf(reader));
            else if (!reader.IsDBNull(1)) position = reader.GetInt64(1);
        }
        return (position, facts);
    }

    Fact FactOf(NpgsqlDataReader row)
    {
        var (stream, version, type) = (row.GetGuid(0), row.GetInt64(1), row.GetString(2));
        var at = Moment.TryParse(row.GetString(4), out var moment) ? moment : throw new FormatException($"Version {version} of stream {stream} has no instant of effect.");
        return new(stream, version, at, codec.Read(type, stream, version, row.GetFieldValue<byte[]>(3)));
    }
}
