using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>How ready a plan was, and what it was judged by.</summary>
/// <param name="Live">The plan as it was: whether somebody may know of the answer is for whoever asked to look at.</param>
/// <param name="Version">The version of the plan's stream.</param>
/// <param name="JudgedAt">The moment that judged: of the question, or of the last that took effect before the answer.</param>
/// <param name="KnownAt">What the log held by then is what was known: asked again with both moments, the answer is the same for ever.</param>
/// <param name="Checklist">Every point.</param>
public sealed record ReadinessAnswer(PlannedLive Live, long Version, Moment JudgedAt, Moment KnownAt, ReadinessChecklist Checklist);

/// <summary>How ready plans are (PLAN-01, BEY-15): now by the rows, and as of any past moment by the streams, of which no more are read than it depends on.</summary>
/// <param name="database">The connections.</param>
/// <param name="store">The log.</param>
public sealed class ReadinessQueries(PostgresDatabase database, IEventStore store)
{
    readonly ReadinessRows rows = new(database);
    LoadedReference? reference; // of the last asking; each answer looks whether it is still the last load

    /// <summary>How ready a plan is now; null where there is no such plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The moment that judges.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ReadinessAnswer?> Now(LivePlanId plan, Moment now, CancellationToken cancellation = default)
    {
        while (true)
        {
            var streams = await Load(cancellation, plan.Value, PlanTeasers.At(plan).Id).ConfigureAwait(false);
            var market = reference ??= await LastReference(cancellation).ConfigureAwait(false);
            if (LivePlan.Kind.Fold(streams.Of(plan.Value)) is not LivePlan.Created { Live: var live }) return null;
            var linked = PlanTeasers.Kind.Fold(streams.Of(PlanTeasers.At(plan).Id));
            if (linked.Linked.Count > 0) streams.Add(await Load(cancellation, [.. linked.Linked.Select(teaser => teaser.Value)]).ConfigureAwait(false));
            // what the streams say and what the rows say must be of one moment
            var read = streams.Versions.Append(new(MarketReferenceData.Id.Value, market.Version)).ToDictionary();
            if (await rows.Read(live, read, cancellation).ConfigureAwait(false) is not { } seen)
            {
                reference = null;
                continue;
            }
            var facts = new ReadinessFacts(live, seen.Products, seen.Tools, seen.OtherPlans, market.Known, [.. linked.PostedAt(teaser => Teaser.Kind.Fold(streams.Of(teaser.Value))), .. seen.OutsideTeasers], seen.PastSales);
            // what took effect while it was looked for counts, so the answer is one of that moment
            var judged = ((Moment[])[now, seen.LatestEffect, streams.LatestEffect, market.EffectiveAt]).Max();
            return new(live, streams.Versions[plan.Value], judged, seen.KnownAt, Readiness.Of(facts, judged));
        }
    }

    /// <summary>How ready a plan was at a past moment, by what took effect or was known by then; null where there was no such plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asOf">The moment, on the axis of effect, of recording, or of both.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ReadinessAnswer?> AsOf(LivePlanId plan, AsOf.Instant asOf, CancellationToken cancellation = default)
    {
        var streams = await Load(cancellation, plan.Value, PlanTeasers.At(plan).Id, MarketReferenceData.Id.Value).ConfigureAwait(false);
        if (asOf.Prefix(streams.HistoryOf(plan.Value)) is not [{ Body: LivePlanCreated created }, ..] known || LivePlan.Kind.Fold(known.Select(fact => fact.Body)) is not LivePlan.Created { Live: var live }) return null;
        streams.Add(await Load(cancellation,
        [
            .. EverFeatured(known).Select(product => CatalogueProduct.IdOf(created.Merchant, product).Value), .. EverAttached(known).Select(tool => ShopPromotionTool.IdOf(created.Merchant, tool).Value),
            .. streams.Of(PlanTeasers.At(plan).Id).OfType<TeaserJoinedPlan>().Select(joined => joined.Teaser.Value), .. await rows.PlansAround(created, cancellation).ConfigureAwait(false),
            .. await rows.OutsideTeasersOf(plan, cancellation).ConfigureAwait(false),
        ]).ConfigureAwait(false));
        var facts = streams.Histories.SelectMany(history => asOf.Prefix(history)).Select(fact => new KnownFact(asOf.EffectiveAt is null ? fact.RecordedAt : fact.Envelope.EffectiveAt, fact.Stream, fact.Body));
        var expected = (await rows.ExpectedAt(created.Merchant, asOf, cancellation).ConfigureAwait(false)).Select(units => new KnownProjection(asOf.JudgedAt, units));
        return new ReadinessHistory(facts.ToValueList(), expected.ToValueList()).AsOf(plan, asOf.JudgedAt) is not { } checklist ? null
            : new(live, known[^1].Version, asOf.JudgedAt, asOf.RecordedAt ?? asOf.Now, checklist);
    }

    /// <summary>What a wanted schedule of a shop collides with (BEY-13), or why it is no schedule.</summary>
    /// <param name="merchant">Whose shop.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="wanted">When, on its clock.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<(FoundCollisions? Found, ValueList<Refusal> Refusals)> Collisions(MerchantId merchant, ZoneId zone, WantedSchedule wanted, Moment now, CancellationToken cancellation = default)
    {
        var others = LiveCommerce.LivePlans.Collisions.StartOf(wanted, zone) is { } start ? await rows.OthersAround(merchant, start, cancellation).ConfigureAwait(false) : [];
        return LiveCommerce.LivePlans.Collisions.Of(wanted, zone, others, (await LastReference(cancellation).ConfigureAwait(false)).Known, now);
    }

    /// <summary>What changed about products while the plan featured them (BEY-23), in the order of the looks; null where there is no such plan.</summary>
    public async Task<ValueList<Drift>?> Drift(LivePlanId plan, CancellationToken cancellation = default)
    {
        var streams = await Load(cancellation, plan.Value).ConfigureAwait(false);
        if (streams.HistoryOf(plan.Value) is not [{ Body: LivePlanCreated created }, ..] facts) return null;
        var products = await Load(cancellation, [.. EverFeatured(facts).Select(product => CatalogueProduct.IdOf(created.Merchant, product).Value)]).ConfigureAwait(false);
        return PlanDrift.Of([.. facts.Select(fact => fact.ToFact())], products.Histories.SelectMany(history => history.Select(fact => fact.Body)).OfType<ProductObserved>());
    }

    async Task<LoadedReference> LastReference(CancellationToken cancellation) =>
        await store.ReadStream(MarketReferenceData.Id.Value, ReadQuery.Latest(1), cancellation).ConfigureAwait(false) is [{ Body: MarketReferenceLoaded load } last]
            ? new(last.Version, last.Envelope.EffectiveAt, new(last.RecordedAt, load.RushHours, load.Competitors)) : new(0, default, null);

    static IEnumerable<string> EverFeatured(IEnumerable<RecordedEvent> plan) =>
        plan.SelectMany(fact => fact.Body switch { LivePlanCreated it => it.Products, FeaturedProductsChanged it => it.Products, _ => [] }).Distinct();

    static IEnumerable<string> EverAttached(IEnumerable<RecordedEvent> plan) =>
        plan.SelectMany(fact => fact.Body switch { LivePlanCreated it => it.PromotionTools, PromotionToolsRefreshed it => it.PromotionTools, _ => [] }).Distinct();

    async Task<LoadedStreams> Load(CancellationToken cancellation, params Guid[] streams) => new(await store.Load(streams, cancellation).ConfigureAwait(false));
}

/// <summary>The last load of the market's reference data; at version 0 there is none.</summary>
sealed record LoadedReference(long Version, Moment EffectiveAt, MarketReference? Known);
