using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>Reads the facts of some kinds of streams, by streams or along the log.</summary>
sealed class FactReader(PostgresDatabase database, EventCodec codec)
{
    const string Streams = """
        with next as (select id, version from mt_streams where id > $1 and type = any ($2) order by id limit $3),
            counted as (select id, row_number() over (order by id) as number, sum(version) over (order by id) as facts from next)
        select id from counted where number = 1 or facts <= 4 * $3 order by id desc limit 1
        """;

    // "+ 0": without statistics the server may think a walk along the log to its end, for each stream, the shortest way
    const string OfStreams = $"""
        select {FactRows.Columns}, s.type from (select id, type from mt_streams where id > $1 and id <= $2 and type = any ($3) order by id offset 0) s
        cross join lateral (select * from mt_events e where e.stream_id = s.id and e.seq_id + 0 <= $4 order by e.version) e
        """;

    const string Page = "with page as materialized (select seq_id, stream_id, version, type, data, headers from mt_events where seq_id > $1 order by seq_id limit $3)";

    const string Touched = $"""
        {Page}, touched as materialized (select distinct s.id, s.type from page join mt_streams s on s.id = page.stream_id where s.type = any ($2))
        select null::uuid, (select max(seq_id) from page), null, null, null, null
        union all
        (select {FactRows.Columns}, touched.type from touched join mt_events e on e.stream_id = touched.id order by e.stream_id, e.version)
        """;

    const string Log = $"""
        {Page} select null::uuid, (select max(seq_id) from page), null, null, null, null
        union all
        (select {FactRows.Columns}, s.type from page e join mt_streams s on s.id = e.stream_id where s.type = any ($2) order by e.seq_id)
        """;

    /// <summary>How many facts there are, in the streams up to one.</summary>
    internal Task<long> Count(IReadOnlyCollection<string> kinds, Guid upTo, CancellationToken cancellation) =>
        Single(new NpgsqlBatchCommand("select coalesce(sum(version), 0)::bigint from mt_streams where type = any ($1) and id <= $2").Column(kinds, kind => kind).Value(upTo), row => row.GetInt64(0), cancellation);

    /// <summary>How many facts there are, up to a position.</summary>
    internal Task<long> Count(IReadOnlyCollection<string> kinds, long upTo, CancellationToken cancellation) =>
        Single(new NpgsqlBatchCommand("select count(*) from mt_events e join mt_streams s on s.id = e.stream_id where s.type = any ($1) and e.seq_id <= $2").Column(kinds, kind => kind).Value(upTo), row => row.GetInt64(0), cancellation);

    /// <summary>The position of the last fact; 0 of an empty log.</summary>
    internal Task<long> End(CancellationToken cancellation) => Single(new NpgsqlBatchCommand("select coalesce(max(seq_id), 0) from mt_events"), row => row.GetInt64(0), cancellation);

    /// <summary>The last one of the next streams in the order of their ids: so many, and fewer of long ones; null when there are none.</summary>
    internal Task<Guid?> NextStreams(IReadOnlyCollection<string> kinds, Guid after, int limit, CancellationToken cancellation) =>
        Single(new NpgsqlBatchCommand(Streams).Value(after).Column(kinds, kind => kind).Value((long)limit), row => (Guid?)row.GetGuid(0), cancellation);

    /// <summary>Gives each stream after one and up to another, with its kind and its facts up to a position, and says how many facts there were. The list is used again.</summary>
    internal async Task<int> InStreams(IReadOnlyCollection<string> kinds, Guid after, Guid last, long upTo, Action<string, IReadOnlyList<Fact>> take, CancellationToken cancellation)
    {
        var (count, kind, stream) = (0, "", new List<Fact>());
        await Read(new NpgsqlBatchCommand(OfStreams).Value(after).Value(last).Column(kinds, one => one).Value(upTo), row =>
        {
            var fact = FactRows.Read(row, codec);
            if (stream.Count > 0 && stream[^1].Stream != fact.Stream) Take();
            (count, kind) = (count + 1, row.GetString(5));
            stream.Add(fact);
        }, cancellation).ConfigureAwait(false);
        if (stream.Count > 0) Take();
        return count;

        void Take()
        {
            take(kind, stream);
            stream.Clear();
        }
    }

    /// <summary>The whole histories of the streams that the next facts of the log belong to.</summary>
    internal Task<FactPage> TouchedStreams(IReadOnlyCollection<string> kinds, long after, int limit, CancellationToken cancellation) => Along(Touched, kinds, after, limit, cancellation);

    /// <summary>The next facts of the log.</summary>
    internal Task<FactPage> NextFacts(IReadOnlyCollection<string> kinds, long after, int limit, CancellationToken cancellation) => Along(Log, kinds, after, limit, cancellation);

    async Task<FactPage> Along(string sql, IReadOnlyCollection<string> kinds, long after, int limit, CancellationToken cancellation)
    {
        long? position = null;
        var facts = new List<(string, Fact)>();
        await Read(new NpgsqlBatchCommand(sql).Value(after).Column(kinds, kind => kind).Value((long)limit), row =>
        {
            if (!row.IsDBNull(0)) facts.Add((row.GetString(5), FactRows.Read(row, codec)));
            else if (!row.IsDBNull(1)) position = row.GetInt64(1);
        }, cancellation).ConfigureAwait(false);
        return new(position, facts);
    }

    async Task<T?> Single<T>(NpgsqlBatchCommand query, Func<NpgsqlDataReader, T> row, CancellationToken cancellation) =>
        (await database.Read(query, row, cancellation).ConfigureAwait(false)).SingleOrDefault();

    async Task Read(NpgsqlBatchCommand query, Action<NpgsqlDataReader> row, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) row(reader);
    }
}
