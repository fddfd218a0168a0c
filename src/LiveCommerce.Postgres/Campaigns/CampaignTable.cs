using System.Text.Json;
using LiveCommerce.Campaigns;

namespace LiveCommerce.Postgres.Campaigns;

/// <summary>The rows of campaigns. What lists sort and filter by stands in columns; the terms are read whole.</summary>
static class CampaignTable
{
    internal static InlineTable Rows { get; } = new InlineTable<CampaignRecord>(CampaignRecord.View, "lc_campaigns")
        .Column("is_published", row => row.IsPublished)
        .Column("name", row => row.Terms.Name)
        .Column("visibility", row => row.Terms.Visibility.ToString())
        .Column("registration_start", row => row.Terms.RegistrationWindow.Start)
        .Column("registration_end", row => row.Terms.RegistrationWindow.End)
        .Column("period_start", row => row.Terms.Period.Start)
        .Column("period_end", row => row.Terms.Period.End)
        .Column("ended_early_at", row => row.EndedEarlyAt)
        .Column("ends_at", row => row.End)
        .Column("drafted_at", row => row.DraftedAt)
        .Column("published_at", row => row.PublishedAt)
        .Jsonb("terms", row => JsonSerializer.Serialize(row.Terms));
}
