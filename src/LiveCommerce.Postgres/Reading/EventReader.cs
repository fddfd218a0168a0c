using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Reads facts with the values of their personal texts: one round trip for any number of streams.</summary>
sealed class EventReader(NpgsqlDataSource database, EventCodec codec)
{
    const string Columns = """
        select e.seq_id, e.id, e.stream_id, s.type, e.version, e.type, e.data, e.headers, e.user_name, e.correlation_id, e.causation_id, e.timestamp
        from mt_events e join mt_streams s on s.id = e.stream_id
        """;

    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        var ids = streams.ToArray();
        var histories = ids.Distinct().ToDictionary(id => id, _ => new List<RecordedEvent>());
        var facts = new NpgsqlBatchCommand($"{Columns} where e.stream_id = any ($1) order by e.stream_id, e.version").Value(ids);
        foreach (var recorded in await Read(PersonalOf("= any ($1)").Value(ids), facts, cancellation).ConfigureAwait(false)) histories[recorded.Stream].Add(recorded);
        return histories.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<RecordedEvent>)pair.Value);
    }

    internal async Task<IReadOnlyDictionary<Guid, RecordedEvent>> LoadLatest(IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        var ids = streams.Distinct().ToArray();
        var facts = new NpgsqlBatchCommand($"{Columns} where (e.stream_id, e.version) in (select id, version from mt_streams where id = any ($1))").Value(ids);
        return (await Read(PersonalOf("= any ($1)").Value(ids), facts, cancellation).ConfigureAwait(false)).ToDictionary(recorded => recorded.Stream);
    }

    internal async Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation)
    {
        var place = query.Backwards ? "e.version < $2 order by e.version desc" : "e.version > $2 order by e.version";
        var facts = new NpgsqlBatchCommand($"{Columns} where e.stream_id = $1 and {place} limit $3").Value(stream).Value(query.After).Value((long)query.Limit);
        return await Read(PersonalOf("= $1").Value(stream), facts, cancellation).ConfigureAwait(false);
    }

    internal async Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation)
    {
        var place = query.Backwards ? "seq_id < $1 order by seq_id desc" : "seq_id > $1 order by seq_id";
        var personal = PersonalOf($"in (select stream_id from mt_events where {place} limit $2)").Value(query.After).Value((long)query.Limit);
        var facts = new NpgsqlBatchCommand($"{Columns} where e.{place.Replace("by seq_id", "by e.seq_id", StringComparison.Ordinal)} limit $2").Value(query.After).Value((long)query.Limit);
        return await Read(personal, facts, cancellation).ConfigureAwait(false);
    }

    static NpgsqlBatchCommand PersonalOf(string streams) => new($"select reference, salt, value from lc_personal where stream {streams}");

    /// <summary>The values come second, so that none of a fact that was read can be missing; they lie under the first stream that refers to them, and the few of other streams are asked for by reference.</summary>
    async Task<List<RecordedEvent>> Read(NpgsqlBatchCommand personal, NpgsqlBatchCommand facts, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var (rows, values) = (new List<EventRow>(), new PersonalValues());
        await Read(connection, cancellation, (facts, row => rows.Add(EventRow.Read(row))), (personal, row => Add(values, row))).ConfigureAwait(false);
        var recorded = rows.ConvertAll(row => row.Decode(codec, values));
        if (values.Unknown.Count == 0) return recorded;
        var elsewhere = new NpgsqlBatchCommand("select reference, salt, value from lc_personal where reference = any ($1)").Value(values.Unknown.ToArray());
        await Read(connection, cancellation, (elsewhere, row => Add(values, row))).ConfigureAwait(false);
        return rows.ConvertAll(row => row.Decode(codec, values));
    }

    static async Task Read(NpgsqlConnection connection, CancellationToken cancellation, params (NpgsqlBatchCommand Query, Action<NpgsqlDataReader> Row)[] queries)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (query, _) in queries) batch.BatchCommands.Add(query);
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        foreach (var (_, row) in queries)
        {
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) row(reader);
            await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        }
    }

    static void Add(PersonalValues values, NpgsqlDataReader row) => values.Add(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1), row.TextOrNone(2));
}

/// <summary>A fact as the database gives it.</summary>
sealed record EventRow(
    long Position, Guid Id, Guid Stream, string StreamType, long Version, string Type, string Data, string Headers, string UserId, string CorrelationId, string? CausationId, DateTime RecordedAt)
{
    internal static EventRow Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetInt64(4), reader.GetString(5), reader.GetString(6), reader.GetString(7),
        reader.IsDBNull(8) ? "" : reader.GetString(8), reader.IsDBNull(9) ? "" : reader.GetString(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.GetDateTime(11));

    internal RecordedEvent Decode(EventCodec codec, PersonalValues personal)
    {
        var body = CanonicalJson.Of(Data);
        var envelope = Envelope.FromHeaders(Headers, UserId, CorrelationId, CausationId, personal);
        return new(Position, Id, Stream, StreamType, Version, Type, codec.Read(Type, Stream, Version, body, personal), body, envelope, RecordedAt.ToMoment());
    }
}
