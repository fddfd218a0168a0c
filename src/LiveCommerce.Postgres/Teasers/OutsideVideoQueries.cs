using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.Teasers;

/// <summary>Asks the rows of videos that were posted elsewhere.</summary>
/// <param name="database">The connections.</param>
public sealed class OutsideVideoQueries(PostgresDatabase database)
{
    const string OfPlan = """
        select id, posted_at, told_at from lc_outside_videos
        where generation = (select generation from lc_views where view = 'outside_videos') and plan = $1 and kind = $2 order by posted_at, id
        """;

    /// <summary>When videos of a kind were posted elsewhere for a plan (C5).</summary>
    public async Task<ValueList<Moment>> PostedFor(LivePlanId plan, PromotionKind kind, CancellationToken cancellation = default) =>
        (await database.Read(For(plan, kind), row => Row(row).PostedAt, cancellation).ConfigureAwait(false)).ToValueList();

    internal static NpgsqlBatchCommand For(LivePlanId plan, PromotionKind kind) => new NpgsqlBatchCommand(OfPlan).Value(plan.Value).Value(kind.ToString());

    internal static (Guid Id, Moment PostedAt, Moment ToldAt) Row(NpgsqlDataReader row) => (row.GetGuid(0), row.MomentAt(1), row.MomentAt(2));
}
