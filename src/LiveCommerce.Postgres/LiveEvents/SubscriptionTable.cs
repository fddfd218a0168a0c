using LiveCommerce.LiveEvents;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>The rows of subscriptions to LIVE Events.</summary>
static class SubscriptionTable
{
    internal static InlineTable Rows { get; } = new InlineTable<SubscriptionRecord>(SubscriptionRecord.View, "lc_subscriptions")
        .Column("plan", row => row.Plan.Value)
        .Column("subscriber", row => row.Subscriber.Value)
        .Column("is_active", row => row.IsActive)
        .Column("changed_at", row => row.ChangedAt);
}
