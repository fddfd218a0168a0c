using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Registrations;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>The lists of registrations, the latest first.</summary>
/// <param name="database">The connections.</param>
public sealed class RegistrationQueries(PostgresDatabase database)
{
    const string Generation = "(select generation from lc_views where view = 'registrations')";

    // A page is cut from each status' own stretch of the index, so a rare status is found as fast as a common one.
    const string OfCampaign = $"""
        {RegistrationRows.Select}
        from unnest($2) as asked (status)
        cross join lateral (
            select * from lc_registrations r
            where r.generation = {Generation} and r.campaign = $1 and r.status = asked.status and {Asked}
            {Latest}) r
        {RegistrationRows.Beside}
        {Latest}
        """;

    // an account and an operator have few registrations in a campaign among many: each has an index of its own
    const string OfAccount = $"{RegistrationRows.Select} from lc_registrations r {RegistrationRows.Beside} {InCampaignWhere} and r.account = $10 {Latest}";

    const string OfOperator = $"{RegistrationRows.Select} from lc_registrations r {RegistrationRows.Beside} {InCampaignWhere} and r.ops_name_reference is not null {Latest}";

    const string InCampaignWhere = $"where r.generation = {Generation} and r.campaign = $1 and r.status = any ($2) and {Asked}";

    const string OfMerchant = $"{OfParty} and r.party = $1 and r.party_kind = $2 {Latest}";

    // with an account that is tied to a shop a creator uses the shop's slots, and still sees what they registered (RREC-01)
    const string OfCreator = $"{OfParty} and ((r.party = $1 and r.party_kind = $2) or (r.creator = $1 and r.party_kind = 'Merchant')) {Latest}";

    const string OfParty = $"""
        {RegistrationRows.Select}
        from lc_registrations r
        {RegistrationRows.Beside}
        where r.generation = {Generation} and {Asked} and ($12::uuid is null or r.campaign = $12)
            and ($13::text is null or $13 = case when r.status in ('UnderReview', 'Approved') and c.ends_at <= $14 then 'Expired' else r.status end)
        """;

    const string Asked = $"(r.registered_at, r.id) < ($3, $4) and {RegistrationFilter.Conditions}";

    const string Latest = "order by r.registered_at desc, r.id desc limit $5";

    const string ById = $"{RegistrationRows.Select} from lc_registrations r {RegistrationRows.Beside} where r.generation = {Generation} and r.id = $1";

    /// <summary>The records of one campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="filter">Which of them; all without one.</param>
    /// <param name="now">The moment of looking.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Page<RegistrationShown>> InCampaign(
        CampaignId campaign, RegistrationFilter? filter, Moment now, PagePlace? after = null, int limit = Pages.Longest, CancellationToken cancellation = default)
    {
        limit = Pages.Limit(limit);
        filter ??= RegistrationFilter.None;
        var end = await EndOf(campaign, cancellation).ConfigureAwait(false);
        var recorded = Recorded(filter.Status, end is { } passed && now >= passed);
        var query = InCampaign(campaign, filter, recorded, after, limit);
        return Pages.Of(await database.Read(query, row => RegistrationRows.Read(row, now), cancellation).ConfigureAwait(false), limit, RegistrationRows.PlaceOf);
    }

    internal static NpgsqlBatchCommand InCampaign(CampaignId campaign, RegistrationFilter filter, RegistrationStatus[] recorded, PagePlace? after, int limit)
    {
        var query = new NpgsqlBatchCommand(filter switch { { Account: not null } => OfAccount, { OpsName: not null } => OfOperator, _ => OfCampaign });
        filter.AddTo(query.Value(campaign.Value).Column(recorded, one => one.ToString()).After(after).Value((long)limit + 1));
        return query;
    }

    /// <summary>The records that are one party's to see, over all campaigns or in one.</summary>
    /// <param name="party">The party.</param>
    /// <param name="campaign">The campaign; all without one.</param>
    /// <param name="filter">Which of them; all without one.</param>
    /// <param name="now">The moment of looking.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Page<RegistrationShown>> Of(
        Party party, CampaignId? campaign, RegistrationFilter? filter, Moment now, PagePlace? after = null, int limit = Pages.Longest, CancellationToken cancellation = default)
    {
        limit = Pages.Limit(limit);
        filter ??= RegistrationFilter.None;
        var query = new NpgsqlBatchCommand(party.Kind == PartyKind.Creator ? OfCreator : OfMerchant).Value(party.Id).Value(party.Kind.ToString()).After(after).Value((long)limit + 1);
        filter.AddTo(query);
        query.OrNull(campaign?.Value).Value(filter.Status?.ToString()).Value(now.ToDateTime());
        return Pages.Of(await database.Read(query, row => RegistrationRows.Read(row, now), cancellation).ConfigureAwait(false), limit, RegistrationRows.PlaceOf);
    }

    /// <summary>One record; null if there is none.</summary>
    public async Task<RegistrationShown?> Find(RegistrationId registration, Moment now, CancellationToken cancellation = default) =>
        (await database.Read(new NpgsqlBatchCommand(ById).Value(registration.Value), row => RegistrationRows.Read(row, now), cancellation).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>What rows hold that show a status: after the campaign's end, open ones show Expired.</summary>
    static RegistrationStatus[] Recorded(RegistrationStatus? shown, bool isOver) => shown switch
    {
        null => Enum.GetValues<RegistrationStatus>(),
        RegistrationStatus.Expired when isOver => [RegistrationStatus.UnderReview, RegistrationStatus.Approved, RegistrationStatus.Expired],
        RegistrationStatus.UnderReview or RegistrationStatus.Approved when isOver => [],
        { } status => [status],
    };

    async Task<Moment?> EndOf(CampaignId campaign, CancellationToken cancellation)
    {
        var query = new NpgsqlBatchCommand("select ends_at from lc_campaigns where generation = (select generation from lc_views where view = 'campaigns') and id = $1").Value(campaign.Value);
        return (await database.Read(query, row => (Moment?)row.MomentAt(0), cancellation).ConfigureAwait(false)).SingleOrDefault();
    }
}
