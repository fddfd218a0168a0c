using LiveCommerce.Kernel;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>What a fold needs of a fact, and no more: neither personal values nor digests nor the rest of the envelope.</summary>
static class FactRows
{
    /// <summary>Of an event that is called e.</summary>
    internal const string Columns = "e.stream_id, e.version, e.type, e.data, e.headers ->> 'effective_at'";

    internal static Fact Read(NpgsqlDataReader row, EventCodec codec)
    {
        var (stream, version, type) = (row.GetGuid(0), row.GetInt64(1), row.GetString(2));
        var at = Moment.TryParse(row.GetString(4), out var moment) ? moment : throw new FormatException($"Version {version} of stream {stream} has no instant of effect.");
        return new(stream, version, at, codec.Read(type, stream, version, row.GetFieldValue<byte[]>(3)));
    }
}
