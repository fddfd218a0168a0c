using LiveCommerce.Campaigns;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Writes what falls due and when: with a campaign's facts its end, which an extension or an early end moves; with a refusal that is only counted, the telling of the day's number.</summary>
static class DueRows
{
    internal const string CampaignEnd = "campaign_end";

    internal const string SuppressedRefusals = "suppressed_refusals";

    /// <summary>Longer than an append may take and clocks differ: by then nobody counts for that day any more.</summary>
    static readonly Duration Settling = Duration.FromMinutes(10);

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
        var suppressed = writes.Suppressed.Distinct().ToList();
        if (suppressed.Count > 0)
            yield return new NpgsqlBatchCommand(Upsert).Value(SuppressedRefusals).Column(suppressed, refusal => refusal.Log).Moments(suppressed, refusal => refusal.DayEnd + Settling);
    }
}
