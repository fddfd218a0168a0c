using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Writes what falls due and when: with a campaign's facts its end, which an extension or an early end moves; with a put image the end of its term; with a plan its scheduled end, which never moves; with put or used footage the end of its term; with what settles or deletes a teaser's video the work on it; with a refusal that is only counted, the telling of the day's number.</summary>
static class DueRows
{
    internal const string CampaignEnd = "campaign_end", ImageTerm = "image_term", PlanEnd = "plan_end";

    internal const string SuppressedRefusals = "suppressed_refusals";

    /// <summary>Longer than an append may take and clocks differ: by then nobody counts for that day any more.</summary>
    static readonly Duration Settling = Duration.FromMinutes(10);

    const string Upsert = """
        insert into lc_due (kind, subject, due_at) select $1, unnest($2), unnest($3)
        on conflict (kind, subject) do update set due_at = excluded.due_at where lc_due.due_at <> excluded.due_at
        """;

    internal static IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes) => CampaignEnds(writes).Concat(ImageTerms(writes)).Concat(PlanEnds(writes)).Concat(FootageTerms(writes)).Concat(TeaserVideos(writes));

    static IEnumerable<NpgsqlBatchCommand> PlanEnds(BatchWrites writes)
    {
        var created = writes.Events.Select(fact => fact.Body).OfType<LivePlanCreated>().ToList();
        if (created.Count > 0) yield return new NpgsqlBatchCommand(Upsert).Value(PlanEnd).Column(created, plan => plan.Plan.Value).Moments(created, plan => plan.Schedule.End);
    }

    static IEnumerable<NpgsqlBatchCommand> FootageTerms(BatchWrites writes)
    {
        var terms = new Dictionary<Guid, Moment>();
        foreach (var fact in writes.Events)
        {
            if (fact.Body is FootagePut put) terms[fact.Stream.Id] = put.KeptUntil;
            if (fact.Body is FootagePutAgain again) terms[fact.Stream.Id] = again.KeptUntil;
            if (fact.Body is FootageUsed used) terms[fact.Stream.Id] = used.KeptUntil;
        }
        if (terms.Count > 0) yield return new NpgsqlBatchCommand(Upsert).Value(MediaWork.FootageTerm).Column(terms, footage => footage.Key).Moments(terms, footage => footage.Value);
    }

    // two facts of one instant are two pieces of work: the version keeps them apart
    static IEnumerable<NpgsqlBatchCommand> TeaserVideos(BatchWrites writes)
    {
        var settled = new Dictionary<Guid, Moment>();
        foreach (var fact in writes.Events)
            if (fact.Body is TeaserPreparationStarted or TeaserPreparationRepeated or TeaserLinkedToPlan or TeaserUnlinked or TeaserDeleted)
                settled[fact.Stream.Id] = fact.Envelope.EffectiveAt + Duration.FromNanoseconds(1_000 * fact.Version);
        if (settled.Count > 0) yield return new NpgsqlBatchCommand(Upsert).Value(MediaWork.TeaserVideo).Column(settled, teaser => teaser.Key).Moments(settled, teaser => teaser.Value);
    }

    static IEnumerable<NpgsqlBatchCommand> ImageTerms(BatchWrites writes)
    {
        var terms = new Dictionary<Guid, Moment>();
        foreach (var fact in writes.Events)
        {
            if (fact.Body is ImagePut put) terms[fact.Stream.Id] = put.KeptUntil;
            if (fact.Body is ImagePutAgain again) terms[fact.Stream.Id] = again.KeptUntil;
        }
        if (terms.Count > 0) yield return new NpgsqlBatchCommand(Upsert).Value(ImageTerm).Column(terms, image => image.Key).Moments(terms, image => image.Value);
    }

    static IEnumerable<NpgsqlBatchCommand> CampaignEnds(BatchWrites writes)
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
