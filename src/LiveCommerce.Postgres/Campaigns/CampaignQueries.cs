using System.Text.Json;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.Campaigns;

/// <summary>Which campaigns to list.</summary>
/// <param name="Everything">Drafts and private ones as well: for the platform's own people (CAMP-06).</param>
/// <param name="NamePart">Those whose name has this in it, in any case.</param>
/// <param name="OpenAt">Those that take registrations at this moment.</param>
/// <param name="NotEndedAt">Those that are not over at this moment.</param>
/// <param name="RegisteredBy">Those that this party registered for, and those that a shop's official account was registered for in LIVE Manager (CAMP-05).</param>
public sealed record CampaignFilter(bool Everything, string? NamePart = null, Moment? OpenAt = null, Moment? NotEndedAt = null, Party? RegisteredBy = null);

/// <summary>The list of campaigns, the latest period first, and single ones.</summary>
/// <param name="database">The connections.</param>
public sealed class CampaignQueries(PostgresDatabase database)
{
    const string Select = "select id, version, is_published, terms, ended_early_at, drafted_at, published_at from lc_campaigns";
    const string Generation = "generation = (select generation from lc_views where view = 'campaigns')";

    // names are kept in byte order, which knows the cases of ASCII alone: the database's own collation knows those of all letters
    const string Listed = $"""
        {Select} where {Generation} and (period_start, id) < ($1, $2) and ($4 or (is_published and visibility = 'Public'))
            and ($5::text is null or strpos(lower(name collate "default"), lower($5 collate "default")) > 0)
            and ($6::timestamptz is null or (is_published and registration_start <= $6 and $6 < registration_end and $6 < ends_at))
            and ($7::timestamptz is null or $7 < ends_at)
            and ($8::uuid is null or id = any (array({RegisteredBy})))
        order by period_start desc, id desc limit $3
        """;

    // an affiliate who used a slot of the shop registered for itself: the shop finds that among its records, not among its campaigns
    const string RegisteredBy = $"""
        select campaign from lc_registrations where {Registrations} and party = $8 and party_kind = $9 and (party_kind = 'Creator' or resource = 'Merchant' or account_type = 'Official')
        union all
        select campaign from lc_registrations where {Registrations} and creator = $8 and $9 = 'Creator' and party_kind = 'Merchant'
        """;

    const string Registrations = "generation = (select generation from lc_views where view = 'registrations')";

    /// <summary>Campaigns; who is not the platform finds the published public ones alone (CAMP-06).</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Page<CampaignRecord>> List(CampaignFilter filter, PagePlace? after = null, int limit = Pages.Longest, CancellationToken cancellation = default)
    {
        limit = Pages.Limit(limit);
        var query = new NpgsqlBatchCommand(Listed).After(after).Value((long)limit + 1)
            .Value(filter.Everything).Value(filter.NamePart).OrNull(filter.OpenAt?.ToDateTime()).OrNull(filter.NotEndedAt?.ToDateTime())
            .OrNull(filter.RegisteredBy?.Id).Value(filter.RegisteredBy?.Kind.ToString());
        return Pages.Of(await database.Read(query, Read, cancellation).ConfigureAwait(false), limit, campaign => new(campaign.Terms.Period.Start, campaign.Id.Value));
    }

    /// <summary>One campaign; null if there is none.</summary>
    public async Task<CampaignRecord?> Find(CampaignId campaign, CancellationToken cancellation = default) =>
        (await database.Read(new NpgsqlBatchCommand($"{Select} where {Generation} and id = $1").Value(campaign.Value), Read, cancellation).ConfigureAwait(false)).SingleOrDefault();

    static CampaignRecord Read(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetInt64(1), row.GetBoolean(2), JsonSerializer.Deserialize<CampaignTerms>(row.GetString(3)) ?? throw new JsonException("A campaign has no terms."),
        row.MomentOrNone(4), row.MomentAt(5), row.MomentOrNone(6));
}
