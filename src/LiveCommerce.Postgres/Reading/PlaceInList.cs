using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>Where something stands in a list; pages go on from the last one's place.</summary>
/// <param name="At">The instant that the list is sorted by.</param>
/// <param name="Id">The id, for those of the same instant.</param>
public sealed record PlaceInList(Moment At, Guid Id);

/// <summary>Reads places: an instant and an id in each row.</summary>
static class PlaceReading
{
    internal static async Task<IReadOnlyList<PlaceInList>> Places(this NpgsqlDataSource database, NpgsqlBatchCommand page, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { page } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var places = new List<PlaceInList>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) places.Add(new(reader.GetDateTime(0).ToMoment(), reader.GetGuid(1)));
        return places;
    }
}
