using System.Text.Json;
using LiveCommerce.Campaigns;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Campaigns;

/// <summary>The rows of campaigns. What lists sort and filter by stands in columns; the terms are read whole.</summary>
sealed class CampaignTable() : InlineTable(LiveCommerce.Campaigns.CampaignRecord.View, "lc_campaigns")
{
    static readonly string[] Columns =
    [
        "id", "version", "is_published", "name", "visibility", "registration_start", "registration_end", "period_start", "period_end",
        "ended_early_at", "ends_at", "drafted_at", "published_at", "terms",
    ];

    static readonly RowStatements Statements = new("lc_campaigns", Columns);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (CampaignRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.IsPublished)
            .Column(records, row => row.Terms.Name)
            .Column(records, row => row.Terms.Visibility.ToString())
            .Moments(records, row => row.Terms.RegistrationWindow.Start)
            .Moments(records, row => row.Terms.RegistrationWindow.End)
            .Moments(records, row => row.Terms.Period.Start)
            .Moments(records, row => row.Terms.Period.End)
            .MomentsOrNone(records, row => row.EndedEarlyAt)
            .Moments(records, row => row.End)
            .Moments(records, row => row.DraftedAt)
            .MomentsOrNone(records, row => row.PublishedAt)
            .Jsonb(records, row => JsonSerializer.Serialize(row.Terms))
            .Value(generation);
    }
}
