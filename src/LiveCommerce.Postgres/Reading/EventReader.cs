using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Reads facts with the values of their personal texts: one round trip for any number of streams, and one more where there are such texts.</summary>
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
        foreach (var recorded in await Read(facts, cancellation).ConfigureAwait(false)) histories[recorded.Stream].Add(recorded);
        return histories.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<RecordedEvent>)pair.Value);
    }

    internal async Task<IReadOnlyDictionary<Guid, RecordedEvent>> LoadLatest(IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        var ids = streams.Distinct().ToArray();
        var facts = new NpgsqlBatchCommand($"{Columns} where (e.stream_id, e.version) in (select id, version from mt_streams where id = any ($1))").Value(ids);
        return (await Read(facts, cancellation).ConfigureAwait(false)).ToDictionary(recorded => recorded.Stream);
    }

    internal async Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation)
    {
        var place = query.Backwards ? "e.version < $2 order by e.version desc" : "e.version > $2 order by e.version";
        return await Read(new NpgsqlBatchCommand($"{Columns} where e.stream_id = $1 and {place} limit $3").Value(stream).Value(query.After).Value((long)query.Limit), cancellation).ConfigureAwait(false);
    }

    internal async Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation)
    {
        var place = query.Backwards ? "e.seq_id < $1 order by e.seq_id desc" : "e.seq_id > $1 order by e.seq_id";
        return await Read(new NpgsqlBatchCommand($"{Columns} where {place} limit $2").Value(query.After).Value((long)query.Limit), cancellation).ConfigureAwait(false);
    }

    /// <summary>Each fact is decoded as it arrives. The values of personal texts are asked for afterwards, so that none of a fact that was read can be missing; the few facts that hold such a text are decoded again.</summary>
    async Task<List<RecordedEvent>> Read(NpgsqlBatchCommand facts, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var (recorded, nothing, references) = (new List<RecordedEvent>(), new PersonalValues(), new HashSet<Guid>());
        var withTexts = new List<(int Index, EventRow Row)>();
        await Read(connection, facts, Decode, cancellation).ConfigureAwait(false);
        if (withTexts.Count == 0) return recorded;

        var values = new PersonalValues();
        await Read(
            connection, new NpgsqlBatchCommand("select reference, salt, value from lc_personal where reference = any ($1)").Value(references.ToArray()),
            row => values.Add(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1), row.TextOrNone(2)), cancellation).ConfigureAwait(false);
        foreach (var (index, row) in withTexts) recorded[index] = row.Decode(codec, values);
        return recorded;

        void Decode(NpgsqlDataReader reader)
        {
            var row = EventRow.Read(reader);
            recorded.Add(row.Decode(codec, nothing));
            if (nothing.Unknown.Count == 0) return;
            withTexts.Add((recorded.Count - 1, row));
            references.UnionWith(nothing.Unknown);
            nothing = new();
        }
    }

    static async Task Read(NpgsqlConnection connection, NpgsqlBatchCommand query, Action<NpgsqlDataReader> row, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) row(reader);
    }
}

/// <summary>A fact as the database gives it.</summary>
sealed record EventRow(
    long Position, Guid Id, Guid Stream, string StreamType, long Version, string Type, byte[] Data, byte[] Headers, string UserId, string CorrelationId, string? CausationId, DateTime RecordedAt)
{
    internal static EventRow Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetInt64(4), reader.GetString(5), reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7),
        reader.IsDBNull(8) ? "" : reader.GetString(8), reader.IsDBNull(9) ? "" : reader.GetString(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.GetDateTime(11));

    internal RecordedEvent Decode(EventCodec codec, PersonalValues personal)
    {
        var envelope = Envelope.FromHeaders(Headers, UserId, CorrelationId, CausationId, personal);
        return new(Position, Id, Stream, StreamType, Version, Type, codec.Read(Type, Stream, Version, Data, personal), CanonicalJson.OfUtf8(Data), envelope, RecordedAt.ToMoment());
    }
}
