using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>The statements that write streams, facts and what lies beside them; none where there is nothing to write.</summary>
static class EventStatements
{
    const string NewStreams = """
        insert into mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        select id, type, version, now.at, now.at, '*DEFAULT*', false
        from unnest($1, $2, $3) as new (id, type, version), (select clock_timestamp() as at offset 0) as now
        """;

    const string GrownStreams = """
        update mt_streams s set version = grown.version, timestamp = clock_timestamp()
        from unnest($1, $2) as grown (id, version) where s.id = grown.id
        """;

    // The order of the arrays is the order of the log: nextval is called once the rows stand in it. The time of recording never falls
    // along the log, whatever the clock does.
    const string Facts = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
        select nextval('mt_events_sequence'), id, stream_id, version, data, type,
            (select greatest(clock_timestamp(), (select timestamp from mt_events order by seq_id desc limit 1))),
            '*DEFAULT*', dotnet_type, correlation_id, causation_id, headers, user_name, false
        from (select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) with ordinality
                as fact (id, stream_id, version, data, type, dotnet_type, correlation_id, causation_id, headers, user_name, place)
              order by place) as facts
        """;

    const string PersonalValues = """
        insert into lc_personal (reference, subject, stream, salt, value) select * from unnest($1, $2, $3, $4, $5) on conflict do nothing
        """;

    internal static IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes)
    {
        var begun = writes.Streams.Where(stream => stream.IsNew).ToList();
        if (begun.Count > 0)
            yield return new NpgsqlBatchCommand(NewStreams).Column(begun, stream => stream.Stream.Id).Column(begun, stream => stream.Stream.Kind.Alias).Column(begun, stream => stream.To);
        var grown = writes.Streams.Where(stream => !stream.IsNew).ToList();
        if (grown.Count > 0) yield return new NpgsqlBatchCommand(GrownStreams).Column(grown, stream => stream.Stream.Id).Column(grown, stream => stream.To);
        if (writes.Events.Count > 0) yield return FactsOf(writes);
        if (writes.Personal.Count > 0) yield return PersonalOf(writes);
    }

    static NpgsqlBatchCommand FactsOf(BatchWrites writes) => new NpgsqlBatchCommand(Facts)
        .Column(writes.Events, fact => fact.Id)
        .Column(writes.Events, fact => fact.Stream.Id)
        .Column(writes.Events, fact => fact.Version)
        .Jsonb(writes.Events, fact => fact.CanonicalBody)
        .Column(writes.Events, fact => fact.Type.Alias)
        .Column(writes.Events, fact => fact.Type.DotnetType)
        .Column(writes.Events, fact => fact.Envelope.CorrelationId)
        .Column(writes.Events, fact => fact.Envelope.CausationId)
        .Jsonb(writes.Events, fact => fact.Headers)
        .Column(writes.Events, fact => fact.Envelope.UserId);

    static NpgsqlBatchCommand PersonalOf(BatchWrites writes) => new NpgsqlBatchCommand(PersonalValues)
        .Column(writes.Personal, personal => personal.Text.Reference)
        .Column(writes.Personal, personal => personal.Text.Subject)
        .Column(writes.Personal, personal => personal.Stream)
        .Column(writes.Personal, personal => personal.Text.Salt)
        .Column(writes.Personal, personal => personal.Text.Value);
}
