using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>Asks the rows of subscriptions.</summary>
/// <param name="database">Where they are.</param>
public sealed class SubscriptionQueries(PostgresDatabase database)
{
    const string Count = """
        select count(*) from lc_subscriptions where generation = (select generation from lc_views where view = 'subscriptions') and plan = $1 and is_active
        """;

    /// <summary>How many buyers subscribe to a plan's LIVE Event now: what a deletion or a rescheduling affects (C48).</summary>
    public async Task<int> CountOf(LivePlanId plan, CancellationToken cancellation) =>
        (await database.Read(new NpgsqlBatchCommand(Count).Value(plan.Value), row => (int)row.GetInt64(0), cancellation).ConfigureAwait(false))[0];
}
