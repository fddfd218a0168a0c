using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>How many plans each list of a merchant has.</summary>
/// <param name="Active">Still to come, or running.</param>
/// <param name="Completed">Held, or missed.</param>
public sealed record PlanCounts(long Active, long Completed);

/// <summary>The lists of a merchant's LIVE plans (PLAN-18). Both go by the scheduled start, which never changes: paging neither loses nor repeats a plan whose status changes meanwhile.</summary>
/// <param name="database">The connections.</param>
public sealed class PlanQueries(PostgresDatabase database)
{
    const string Generation = "p.generation = (select generation from lc_views where view = 'plans')";

    // What has passed without a session and is not recorded yet is sought where it can be: no LIVE is planned for more than a day. The bound is part
    // of the key's own comparison: of two conditions on one column an index scan starts by one alone.
    const string Active = $"""
        {PlanRows.Select}
        from (
            ({Mine} and p.status = 'Active' and p.is_live and {LaterThan}($2, $3) {InOrder})
            union all
            ({Mine} and p.status = 'Active' and not p.is_live and p.ends_at > $5 and {LaterThan}(greatest($2, $5 - interval '1 day'), $3) {InOrder})
            order by starts_at, id limit $4) p
        {PlanRows.Beside}
        order by p.starts_at, p.id
        """;

    const string Completed = $"""
        {PlanRows.Select}
        from (
            ({Mine} and p.status = 'Completed' and not p.is_live and {EarlierThan}($2, $3) {Backwards})
            union all
            ({Mine} and p.status = 'Active' and not p.is_live and p.ends_at <= $5 and {EarlierThan}(least($2, $5), $3) {Backwards})
            order by starts_at desc, id desc limit $4) p
        {PlanRows.Beside}
        order by p.starts_at desc, p.id desc
        """;

    const string Mine = $"select * from lc_plans p where {Generation} and p.merchant = $1";
    const string LaterThan = "(p.starts_at, p.id) > ", InOrder = "order by p.starts_at, p.id limit $4";
    const string EarlierThan = "(p.starts_at, p.id) < ", Backwards = "order by p.starts_at desc, p.id desc limit $4";

    const string Counted = $"""
        select count(*) filter (where p.status = 'Active' and (p.is_live or p.ends_at > $2)), count(*) filter (where p.status = 'Completed' or (not p.is_live and p.ends_at <= $2))
        from lc_plans p where {Generation} and p.merchant = $1 and p.status in ('Active', 'Completed')
        """;

    const string ById = $"{PlanRows.Select} from lc_plans p {PlanRows.Beside} where {Generation} and p.id = $1";

    /// <summary>One list of a merchant: active plans with the next one first, completed ones with the latest first; deleted ones are in no list.</summary>
    /// <param name="merchant">Whose plans.</param>
    /// <param name="list">Which list.</param>
    /// <param name="now">The moment of looking: what has passed without a session by then is completed, recorded or not (C49).</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Page<LivePlanRecord>> Of(MerchantId merchant, PlanList list, Moment now, PagePlace? after = null, int limit = Pages.Longest, CancellationToken cancellation = default)
    {
        limit = Pages.Limit(limit);
        var query = ListOf(merchant, list, now, after, limit);
        return Pages.Of(await database.Read(query, PlanRows.Read, cancellation).ConfigureAwait(false), limit, PlanRows.PlaceOf);
    }

    internal static NpgsqlBatchCommand ListOf(MerchantId merchant, PlanList list, Moment now, PagePlace? after, int limit) => list switch
    {
        PlanList.Active => new NpgsqlBatchCommand(Active).Value(merchant.Value).AfterEarliest(after).Value((long)limit + 1).Value(now.ToDateTime()),
        PlanList.Completed => new NpgsqlBatchCommand(Completed).Value(merchant.Value).After(after).Value((long)limit + 1).Value(now.ToDateTime()),
        _ => throw new UnreachableException(),
    };

    /// <summary>How long both lists are.</summary>
    /// <param name="merchant">Whose plans.</param>
    /// <param name="now">The moment of looking.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<PlanCounts> Count(MerchantId merchant, Moment now, CancellationToken cancellation = default) =>
        (await database.Read(new NpgsqlBatchCommand(Counted).Value(merchant.Value).Value(now.ToDateTime()), row => new PlanCounts(row.GetInt64(0), row.GetInt64(1)), cancellation).ConfigureAwait(false)).Single();

    /// <summary>One plan; null if there is none.</summary>
    public async Task<LivePlanRecord?> Find(LivePlanId plan, CancellationToken cancellation = default) =>
        (await database.Read(new NpgsqlBatchCommand(ById).Value(plan.Value), PlanRows.Read, cancellation).ConfigureAwait(false)).SingleOrDefault();
}
