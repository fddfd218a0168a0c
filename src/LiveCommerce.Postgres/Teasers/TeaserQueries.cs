using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.Teasers;

/// <summary>The lists of a shop's teasers (TSR-22).</summary>
/// <param name="database">The connections.</param>
public sealed class TeaserQueries(PostgresDatabase database)
{
    const string Mine = "from lc_teasers where generation = (select generation from lc_views where view = 'teasers')";

    const string Listed = $"""
        select record {Mine} and merchant = $1 and is_deleted = $5 and (started_at, id) < ($2, $3)
            and ($6::uuid is null or plan = $6) and ($7::text is null or status = $7)
        order by started_at desc, id desc limit $4
        """;

    const string Posted = $"select record {Mine} and merchant = $1 and posted_at is not null and not is_deleted and posted_at > $2 and posted_at <= $3";

    const string OfPlan = $"select posted_at {Mine} and plan = $1 and not is_deleted and posted_at is not null order by posted_at";

    /// <summary>A shop's teasers, the last begun first; those that were deleted are a list of their own.</summary>
    /// <param name="merchant">Whose teasers.</param>
    /// <param name="status">Only those of this status.</param>
    /// <param name="plan">Only those of this plan.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Page<TeaserRecord>> Of(MerchantId merchant, TeaserStatus? status = null, LivePlanId? plan = null, PagePlace? after = null, int limit = Pages.Longest, CancellationToken cancellation = default)
    {
        limit = Pages.Limit(limit);
        var query = new NpgsqlBatchCommand(Listed).Value(merchant.Value).After(after).Value((long)limit + 1).Value(status == TeaserStatus.Deleted).Value(plan?.Value).Value(status?.ToString());
        return Pages.Of(await database.Read(query, Record, cancellation).ConfigureAwait(false), limit, row => new(row.StartedAt, row.Id.Value));
    }

    /// <summary>What a shop posted in the last 7 times 24 hours, for its performance (TSR-19).</summary>
    public async Task<IReadOnlyList<PostedTeaser>> PostedBefore(MerchantId merchant, Moment now, CancellationToken cancellation = default)
    {
        var query = new NpgsqlBatchCommand(Posted).Value(merchant.Value).Value(Moment.From(now.Instant - TeaserFreshnesses.Growing).ToDateTime()).Value(now.ToDateTime());
        var rows = await database.Read(query, Record, cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => row.PostedAt is { } at ? new PostedTeaser(row.Id, row.Cut.Source, at, row.Figures) : null).OfType<PostedTeaser>()];
    }

    /// <summary>When the teasers were posted that a plan has now: what its readiness counts (TSR-09, C6).</summary>
    public async Task<ValueList<Moment>> PostedFor(LivePlanId plan, CancellationToken cancellation = default) =>
        (await database.Read(new NpgsqlBatchCommand(OfPlan).Value(plan.Value), row => row.MomentAt(0), cancellation).ConfigureAwait(false)).ToValueList();

    static TeaserRecord Record(NpgsqlDataReader row) => JsonSerializer.Deserialize<TeaserRecord>(row.GetString(0)) ?? throw new InvalidOperationException("A teaser's row is empty.");
}
