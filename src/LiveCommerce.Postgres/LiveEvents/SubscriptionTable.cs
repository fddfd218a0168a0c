using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>The rows of subscriptions to LIVE Events.</summary>
sealed class SubscriptionTable() : InlineTable(SubscriptionRecord.View, "lc_subscriptions")
{
    static readonly RowStatements Statements = new("lc_subscriptions", ["id", "version", "plan", "subscriber", "is_active", "changed_at"]);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (SubscriptionRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Plan.Value)
            .Column(records, row => row.Subscriber.Value)
            .Column(records, row => row.IsActive)
            .Moments(records, row => row.ChangedAt)
            .Value(generation);
    }
}
