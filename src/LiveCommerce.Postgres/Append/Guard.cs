using System.Text.Json;
using System.Text.Json.Serialization;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>What the guard found.</summary>
sealed record GuardFindings(
    [property: JsonPropertyName("stale")] Guid[] Stale,
    [property: JsonPropertyName("answered")] Guid[] Answered,
    [property: JsonPropertyName("log")] bool Log,
    [property: JsonPropertyName("views")] string[] Views,
    [property: JsonPropertyName("unfounded")] bool Unfounded);

/// <summary>The statement that ends an append, before it draws a number, if anything that the batch rests on is no longer so.</summary>
static class Guard
{
    internal const string SqlState = "LC001";

    /// <summary>A statement of its own: the next one's snapshot is taken once the lock is held, and sees all that was committed under it.</summary>
    internal const string Lock = "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.mt_events', 0))";

    const string Check = """
        select lc_conflict(jsonb_build_object('stale', stale, 'answered', answered, 'log', log, 'views', views, 'unfounded', unfounded)::text)
        from (select
                array(select read.id from (select unnest($1) as id, unnest($2) as version) as read
                      where (select s.version from mt_streams s where s.id = read.id) is distinct from nullif(read.version, 0)) as stale,
                array(select c.command_id from lc_commands c where c.command_id = any ($3)) as answered,
                not exists (select from lc_log where log_id = $4 and epoch = $5 and write_version = $6) as log,
                array(select made.view from (select unnest($7) as view, unnest($8) as generation) as made
                      where coalesce((select v.generation from lc_views v where v.view = made.view), 0) <> made.generation) as views,
                $9::uuid is not null and not exists (select from lc_commands where command_id = $9 and batch = $10) as unfounded
              offset 0) as found
        where cardinality(stale) > 0 or cardinality(answered) > 0 or log or cardinality(views) > 0 or unfounded
        """;

    internal static NpgsqlBatchCommand Of(BatchWrites writes, LogIdentity log, IReadOnlyCollection<string> views) =>
        new NpgsqlBatchCommand(Check)
            .Column(writes.Base, read => read.Stream)
            .Column(writes.Base, read => read.Version)
            .Column(writes.MustBeNew, command => command)
            .Value(log.LogId)
            .Value(log.Epoch)
            .Value(LogIdentity.WriteVersion)
            .Column(views, view => view)
            .Column(views, log.GenerationOf)
            .OrNull(writes.After?.Command)
            .OrNull(writes.After?.Batch);

    internal static GuardFindings Findings(PostgresException exception) =>
        JsonSerializer.Deserialize<GuardFindings>(exception.Detail ?? "") ?? throw new JsonException("The guard named nothing.");

    internal static AppendOutcome.Conflict ToConflict(this GuardFindings found) =>
        found.Unfounded ? new([], [], found.Log, PredecessorMissing: true) : new(found.Stale, found.Answered, found.Log);
}
