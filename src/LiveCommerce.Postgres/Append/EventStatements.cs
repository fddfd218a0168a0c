using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>The statements that write streams, facts and what lies beside them; none where there is nothing to write.</summary>
static class EventStatements
{
    const string NewStreams = """
        insert into mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        select id, type, version, now.at, now.at, '*DEFAULT*', false
        from (select unnest($1) as id, unnest($2) as type, unnest($3) as version) as new, (select clock_timestamp() as at offset 0) as now
        """;

    const string GrownStreams = """
        update mt_streams s set version = grown.version, timestamp = clock_timestamp()
        from (select unnest($1) as id, unnest($2) as version) as grown where s.id = grown.id
        """;

    // The order of the arrays is the order of the log: the select list yields their rows one after another, and nextval is called for each. The time of recording never falls
    // along the log, whatever the clock does.
    const string Facts = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
        select nextval('mt_events_sequence'), id, stream_id, version, data, type,
            (select greatest(clock_timestamp(), (select timestamp from mt_events order by seq_id desc limit 1))),
            '*DEFAULT*', dotnet_type, correlation_id, causation_id, headers, user_name, false
        from (select unnest($1) as id, unnest($2) as stream_id, unnest($3) as version, unnest($4) as data, unnest($5) as type, unnest($6) as dotnet_type,
                unnest($7) as correlation_id, unnest($8) as causation_id, unnest($9) as headers, unnest($10) as user_name) as facts
        """;

    const string PersonalValues = """
        insert into lc_personal (reference, subject, stream, salt, value) select unnest($1), unnest($2), unnest($3), unnest($4), unnest($5) on conflict do nothing
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
