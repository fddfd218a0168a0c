using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Runs one query and reads its rows.</summary>
static class Rows
{
    internal static async Task<List<T>> Read<T>(this PostgresDatabase database, NpgsqlBatchCommand query, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The place after which a page begins: without one, the far end of time.</summary>
    internal static NpgsqlBatchCommand After(this NpgsqlBatchCommand query, PagePlace? place) =>
        query.Value(place?.At.ToDateTime() ?? DateTime.MaxValue.ToUniversalTime()).Value(place?.Id ?? Guid.AllBitsSet);

    /// <summary>The same for a list that begins with the earliest.</summary>
    internal static NpgsqlBatchCommand AfterEarliest(this NpgsqlBatchCommand query, PagePlace? place) =>
        query.Value(place?.At.ToDateTime() ?? DateTime.MinValue.ToUniversalTime()).Value(place?.Id ?? Guid.Empty);

    internal static Moment MomentAt(this NpgsqlDataReader reader, int column) => reader.GetDateTime(column).ToMoment();

    internal static Moment? MomentOrNone(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.MomentAt(column);

    internal static string? TextOrNone(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static Guid? IdOrNone(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    internal static TEnum Enum<TEnum>(this NpgsqlDataReader reader, int column) where TEnum : struct, System.Enum => System.Enum.Parse<TEnum>(reader.GetString(column));

    internal static TEnum? EnumOrNone<TEnum>(this NpgsqlDataReader reader, int column) where TEnum : struct, System.Enum =>
        reader.IsDBNull(column) ? null : reader.Enum<TEnum>(column);
}
