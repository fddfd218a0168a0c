using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Tests.Harness;

/// <summary>What must be true of every log, whatever happened to its writers; asked of the raw tables, not of the code that wrote them.</summary>
static class Invariants
{
    static readonly (string Broken, string Rows)[] Rules =
    [
        ("versions of a stream have a gap or do not follow the log",
            """
            select 1 from (select version, row_number() over (partition by stream_id order by version) as nth,
                row_number() over (partition by stream_id order by seq_id) as nth_written from mt_events) e where version <> nth or version <> nth_written
            """),
        ("a stream's version is not that of its last fact",
            """
            select 1 from mt_streams s full join (select stream_id, max(version) as last from mt_events group by stream_id) e on e.stream_id = s.id
            where s.version is distinct from e.last
            """),
        ("the time of recording falls along the log", "select 1 from (select timestamp, lag(timestamp) over (order by seq_id) as before from mt_events) e where timestamp < before"),
        ("a receipt names facts that are not there, or a fact has no receipt",
            """
            select 1 from (select command_id, (f ->> 'stream')::uuid as stream, (f ->> 'version')::bigint as version, f ->> 'type' as type
                           from lc_commands, json_array_elements(answer -> 'facts') f) r
            full join (select (headers ->> 'command_id')::uuid as command_id, stream_id as stream, version, type from mt_events) e using (command_id, stream, version, type)
            where r.stream is null or e.stream is null
            """),
        ("a receipt's position is not that of its last fact",
            """
            select 1 from lc_commands c join (select (headers ->> 'command_id')::uuid as command_id, max(seq_id) as last, max(seq_id) - count(*) + 1 - min(seq_id) as gap
                from mt_events group by 1) e using (command_id) where c.position <> e.last or gap <> 0
            """),
        ("an accepted command recorded nothing, or a refused one no refusal",
            """
            select 1 from lc_commands c where (outcome = 'Recorded' and json_array_length(answer -> 'facts') = 0)
               or (outcome = 'Refused' and (json_array_length(answer -> 'refusals') = 0 or answer -> 'facts' -> -1 ->> 'type' <> 'command_refused'))
            """),
        ("slots and the facts about them differ",
            """
            select 1 from lc_slots s full join (select stream_id as quota, (data ->> 'Slot')::smallint as slot, (data ->> 'Registration')::uuid as registration, version
                from mt_events where type = 'slot_taken') e using (quota, slot, registration) where s is null or e.version is distinct from e.slot
            """),
        ("a slot has no registration, or a registration no slot",
            """
            select 1 from lc_slots s full join (select id as registration, slot from lc_registrations where generation = (select generation from lc_views where view = 'registrations')) r using (registration, slot) where s is null or r is null
            """),
        ("a row shows another version than its stream has",
            """
            select 1 from (
                select id, version, 'registration' as type from lc_registrations where generation = (select generation from lc_views where view = 'registrations')
                union all select id, version, 'livestream_campaign' from lc_campaigns where generation = (select generation from lc_views where view = 'campaigns')) r
            full join (select id, version, type from mt_streams where type in ('registration', 'livestream_campaign')) s using (id, version, type) where r is null or s is null
            """),
    ];

    internal static async Task Check(NpgsqlDataSource raw, IEventStore store)
    {
        foreach (var (broken, rows) in Rules)
        {
            await using var command = raw.CreateCommand($"select count(*) from ({rows}) as broken");
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L, broken);
        }
        await CheckDigests(store);
    }

    /// <summary>Each fact is what was recorded, and names the one before it in its stream.</summary>
    static async Task CheckDigests(IEventStore store)
    {
        var last = new Dictionary<Guid, string?>();
        long after = 0;
        while (await store.ReadAll(new(after, 5_000), TestContext.Current.CancellationToken) is { Count: > 0 } page)
        {
            foreach (var fact in page)
            {
                fact.IsIntact().ShouldBeTrue($"{fact.Type} at {fact.Position} was changed");
                fact.Envelope.PreviousDigest.ShouldBe(last.GetValueOrDefault(fact.Stream), $"{fact.Type} at {fact.Position} does not follow the fact before");
                last[fact.Stream] = fact.Envelope.Digest;
            }
            after = page[^1].Position;
        }
    }
}
