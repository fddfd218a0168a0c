using System.Text.Json;
using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>What a pass over the whole log showed about the cap.</summary>
/// <param name="Facts">How many facts there are.</param>
/// <param name="LastPosition">Up to which position of the log.</param>
/// <param name="Findings">What was shown.</param>
public sealed record CapVerified(long Facts, long LastPosition, CapFindings Findings);

/// <summary>Proves from the raw log that the cap held at every prefix of it (BEY-02); reads neither the slot table nor any read model.</summary>
/// <param name="database">The connections.</param>
/// <param name="catalog">The wire names.</param>
public sealed class CapVerification(PostgresDatabase database, EventCatalog catalog)
{
    const int PageSize = 20_000;

    const string Page = """
        select seq_id, stream_id, version, type, case when type = any ($4) then data::text end from mt_events where seq_id > $1 and seq_id <= $2 order by seq_id limit $3
        """;

    readonly EventCodec codec = new(catalog);
    readonly string[] judged = [.. catalog.Types.Where(type => type.BodyType == typeof(SlotTaken) || type.BodyType == typeof(RegistrationSubmitted)).Select(type => type.Alias)];

    sealed record Row(long Position, Guid Stream, long Version, string Type, string? Body);

    /// <summary>Goes over the log once, as far as it reached when it began.</summary>
    public async Task<CapVerified> Run(CancellationToken cancellation = default)
    {
        var end = (await database.Read(new("select coalesce(max(seq_id), 0) from mt_events"), row => row.GetInt64(0), cancellation).ConfigureAwait(false)).Single();
        var proof = new CapProof();
        var (facts, position) = (0L, 0L);
        while (await After(position, end, cancellation).ConfigureAwait(false) is [.., var last] rows)
        {
            foreach (var row in rows) Add(proof, row);
            (facts, position) = (facts + rows.Count, last.Position);
        }
        return new(facts, position, proof.Findings());
    }

    Task<List<Row>> After(long position, long end, CancellationToken cancellation) => database.Read(
        new NpgsqlBatchCommand(Page).Value(position).Value(end).Value((long)PageSize).Value(judged),
        row => new Row(row.GetInt64(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), row.TextOrNone(4)), cancellation);

    void Add(CapProof proof, Row row)
    {
        if (row.Body is null) return;
        try
        {
            proof.Add(row.Position, row.Stream, codec.Read(row.Type, row.Stream, row.Version, row.Body));
        }
        catch (JsonException)
        {
            proof.AddUnreadable(row.Position, row.Stream);
        }
    }
}
