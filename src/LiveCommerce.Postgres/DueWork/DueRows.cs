using LiveCommerce.Campaigns;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Writes, with a campaign's facts, when its end falls due; an extension or an early end moves it.</summary>
static class DueRows
{
    internal const string CampaignEnd = "campaign_end";

    const string Upsert = """
        insert into lc_due (kind, subject, due_at) select $1, subject, due_at from unnest($2, $3) as made (subject, due_at)
        on conflict (kind, subject) do update set due_at = excluded.due_at where lc_due.due_at <> excluded.due_at
        """;

    internal static IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes)
    {
        foreach (var (view, rows) in writes.Rows)
        {
            if (view.Name != CampaignRecord.View.Name) continue;
            var published = rows.Select(row => (CampaignRecord)row.Row).Where(campaign => campaign.IsPublished).ToList();
            if (published.Count > 0)
                yield return new NpgsqlBatchCommand(Upsert).Value(CampaignEnd).Column(published, campaign => campaign.Id.Value).Moments(published, campaign => campaign.End);
        }
    }
}
