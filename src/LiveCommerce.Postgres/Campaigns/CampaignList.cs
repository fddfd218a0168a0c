using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.Campaigns;

/// <summary>Which campaigns to list.</summary>
/// <param name="Now">The moment at which to list them.</param>
/// <param name="Unlisted">Whether drafts and private campaigns are listed too: for the platform's own people (CAMP-06).</param>
/// <param name="Name">A part of the name, in any case.</param>
/// <param name="OpenForRegistration">Only those that take registrations now.</param>
/// <param name="ShowEnded">Whether those that are over are listed too.</param>
public sealed record CampaignFilter(Moment Now, bool Unlisted, string? Name, bool OpenForRegistration, bool ShowEnded);

/// <summary>Lists campaigns by their start.</summary>
/// <param name="database">The connections.</param>
public sealed class CampaignList(PostgresDatabase database)
{
    const string Page = """
        select period_start, id from lc_campaigns
        where generation = (select generation from lc_views where view = 'campaigns')
          and (period_start, id) > ($1, $2)
          and ($3 or (is_published and visibility = 'Public'))
          and ($4 or ends_at > $5)
          and (not $6 or (is_published and registration_start <= $5 and $5 < registration_end and $5 < ends_at))
          and ($7 = '' or strpos(lower(name), lower($7)) > 0)
        order by period_start, id limit $8
        """;

    /// <summary>The places of the next campaigns.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Only those after this place.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<PlaceInList>> Find(CampaignFilter filter, PlaceInList? after, int limit, CancellationToken cancellation) =>
        database.Reading.Places(new NpgsqlBatchCommand(Page)
            .Value(after?.At.ToDateTime() ?? DateTime.MinValue)
            .Value(after?.Id ?? Guid.Empty)
            .Value(filter.Unlisted)
            .Value(filter.ShowEnded)
            .Value(filter.Now.ToDateTime())
            .Value(filter.OpenForRegistration)
            .Value(filter.Name ?? "")
            .Value((long)limit), cancellation);
}
