using Npgsql;

namespace LiveCommerce.Tests.Season;

/// <summary>
/// What every tab, badge and column must show, asked of the raw events in SQL written by hand: nothing of the domain's or the host's code is used.
/// Each answer is one line of text.
/// </summary>
sealed class RawEvents(NpgsqlDataSource database, DateTime now)
{
    /// <summary>Campaigns as their events leave them; $1 is the moment of looking.</summary>
    const string Campaigns = """
        with terms as (
            select d.stream_id as id, coalesce((select c.data -> 'Terms' from mt_events c where c.stream_id = d.stream_id and c.type = 'campaign_changed' order by c.version desc limit 1), d.data -> 'Terms') as terms
            from mt_events d where d.type = 'campaign_drafted'),
        extended as (select distinct on (stream_id) stream_id as id, data from mt_events where type = 'campaign_extended' order by stream_id, version desc),
        campaigns as (
            select t.id, t.terms ->> 'Name' as name,
                t.terms ->> 'Visibility' = 'Public' and exists (select from mt_events p where p.stream_id = t.id and p.type = 'campaign_published') as listed,
                (t.terms #>> '{RegistrationWindow,Start}')::timestamptz as opens,
                coalesce(x.data ->> 'RegistrationEnd', t.terms #>> '{RegistrationWindow,End}')::timestamptz as closes,
                (t.terms #>> '{Period,Start}')::timestamptz as begins,
                coalesce((select e.data ->> 'EndedAt' from mt_events e where e.stream_id = t.id and e.type = 'campaign_ended'), x.data ->> 'PeriodEnd', t.terms #>> '{Period,End}')::timestamptz as ends
            from terms t left join extended x on x.id = t.id),
        submitted as (
            select s.stream_id as id, s.data, (s.data ->> 'Campaign')::uuid as campaign, s.headers ->> 'effective_at' as at, s.seq_id,
                s.data #>> '{Party,Kind}' as kind, (s.data #>> '{Party,Id}')::uuid as party, (s.data ->> 'Creator')::uuid as creator
            from mt_events s where s.type = 'registration_submitted'),
        facts as (
            select s.*,
                (select e.data ->> 'Level' from mt_events e where e.stream_id = s.id and e.type = 'level_assessed' order by e.version desc limit 1) as assessed,
                (select e.data -> 'Period' from mt_events e where e.stream_id = s.id and e.type = 'live_period_modified_by_platform' order by e.version desc limit 1) as moved,
                (select e.type from mt_events e where e.stream_id = s.id and e.type in ('registration_approved', 'registration_rejected', 'registration_cancelled', 'registration_removed_by_platform', 'registration_expired_at_campaign_end')
                    order by e.version desc limit 1) as last,
                (select p.value from mt_events e join lc_personal p on p.reference = (e.data #>> '{Reason,Reference}')::uuid
                    where e.stream_id = s.id and e.type in ('registration_rejected', 'registration_removed_by_platform')) as reason,
                (select p.value from lc_personal p where p.reference = (s.data #>> '{OpsName,Reference}')::uuid) as ops_name,
                c.ends as campaign_end
            from submitted s join campaigns c on c.id = s.campaign),
        records as (
            select f.*,
                case when coalesce(last, '') in ('registration_rejected') then 'Rejected'
                     when coalesce(last, '') in ('registration_cancelled', 'registration_removed_by_platform', 'registration_expired_at_campaign_end') or $1 >= campaign_end then 'Expired'
                     when last = 'registration_approved' then 'Approved' else 'UnderReview' end as status,
                case last when 'registration_rejected' then '' when 'registration_cancelled' then 'VoluntarilyCancelled' when 'registration_removed_by_platform' then 'RemovedByPlatform'
                     else case when last = 'registration_expired_at_campaign_end' or $1 >= campaign_end then 'CampaignEnded' else '' end end as why
            from facts f)
        """;

    /// <summary>Every record, the latest first: whose it is, in which channel it can be cancelled, and its line up to that.</summary>
    const string Lines = """
        select kind, party, creator, campaign, case when status = 'UnderReview' then channel end, id || ' ' || case when assessed is null then 'Grey ' || levels || ' /' else 'Lit ' || assessed || ' /' || case when levels = assessed then '' else levels end end
            || ' ' || period || '/' || hidden_period || ' ' || category || ' ' || status || '/' || why || '/' || coalesce(reason, '') || ' ' || at || ' ' || resource || ' ' || coalesce(ops_name, '-')
        from (
            select r.*, (select string_agg(level, ',' order by place) from jsonb_array_elements_text(data #> '{Form,WillingnessLevels}') with ordinality as levels (level, place)) as levels,
                coalesce(moved ->> 'Start', data #>> '{Form,LivePeriod,Start}') || '-' || coalesce(moved ->> 'End', data #>> '{Form,LivePeriod,End}') as period,
                case when moved is null then '' else (data #>> '{Form,LivePeriod,Start}') || '-' || (data #>> '{Form,LivePeriod,End}') end as hidden_period,
                data #>> '{Form,MainCategory}' as category, data ->> 'Resource' as resource, data ->> 'Channel' as channel
            from records r) shown
        order by at::timestamptz desc, id desc
        """;

    List<Record>? records;

    Task<List<string>>? running, all, open;

    internal Task<List<string>> All(bool showEnded) => showEnded ? all ??= Listed(true) : running ??= Listed(false);

    Task<List<string>> Listed(bool showEnded) => Ask("select id::text from campaigns where listed and ($2 or $1 < ends) order by begins desc, id desc", showEnded);

    internal Task<List<string>> Open() => open ??= Ask("select id::text from campaigns where listed and opens <= $1 and $1 < closes and $1 < ends order by begins desc, id desc");

    internal Task<List<string>> Registered(string kind, Guid party) => Ask($"""
        select id::text || case when $1 < ends then ' manage ' else ' view ' end || (select count(*) from submitted u where u.campaign = c.id and u.kind = $2 and u.party = $3)
        from campaigns c where listed and exists (
            select from submitted s where s.campaign = c.id
                and ($2 = 'Merchant' and kind = $2 and party = $3 and (data ->> 'Resource' = 'Merchant' or data ->> 'AccountType' = 'Official') or $2 = 'Creator' and (creator = $3 or kind = $2 and party = $3)))
        order by begins desc, id desc
        """, kind, party);

    internal async Task<int> Badge(string kind, Guid party) => int.Parse((await Ask("""
        select count(*)::text from campaigns c where listed and opens <= $1 and $1 < closes and $1 < ends
            and (select count(*) from submitted s where s.campaign = c.id and s.kind = $2 and s.party = $3) < 100
            and ($2 = 'Creator' or 'official_account_linked' = (select type from mt_events where stream_id = $3 and type in ('official_account_linked', 'official_account_unlinked') order by version desc limit 1))
        """, kind, party))[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One's own (RREC-01): what uses one's slots, and what a creator registered with a shop's account.</summary>
    internal async Task<List<string>> Records(string kind, Guid party, string cancelsIn) =>
        [.. (await Records()).Where(record => (record.Kind == kind && record.Party == party) || (kind == "Creator" && record.Creator == party)).Select(record => record.LineIn(cancelsIn))];

    internal async Task<List<string>> RecordsOf(Guid campaign) => [.. (await Records()).Where(record => record.Campaign == campaign).Select(record => record.LineIn(""))];

    async Task<List<Record>> Records() => records ??= await Read($"{Campaigns}\n{Lines}", row => new Record(
        row.GetString(0), row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetGuid(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5)));

    Task<List<string>> Ask(string question, params object[] values) => Read($"{Campaigns}\n{question}", row => row.GetString(0), values);

    async Task<List<T>> Read<T>(string question, Func<NpgsqlDataReader, T> line, params object[] values)
    {
        await using var command = database.CreateCommand(question);
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(line(reader));
        return lines;
    }

    sealed record Record(string Kind, Guid Party, Guid? Creator, Guid Campaign, string? CancelledIn, string Line)
    {
        internal string LineIn(string channel) => $"{Line} cancel:{(CancelledIn == channel ? "true" : "false")}";
    }
}
