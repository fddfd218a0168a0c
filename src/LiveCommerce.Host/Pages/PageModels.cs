using LiveCommerce.Audit;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Pages;

// Razor makes components public, so what they are given must be public too.

/// <summary>What the pages say about how the host runs.</summary>
/// <param name="Authority">Who issues tokens instead.</param>
/// <param name="IsEmbedded">Whether the database is the host's own.</param>
public sealed record PageSetup(string? Authority = null, bool IsEmbedded = false)
{
    /// <summary>Sign-in as somebody of the sample season; null wherever the host issues no tokens.</summary>
    internal Development? Development { get; init; }
}

/// <summary>A line of the list of latest registrations.</summary>
public sealed record LatestRow(string Id, string Whose, string Campaign, string Status, Moment Since);

/// <summary>What <c>/</c> shows.</summary>
public sealed record HomeModel(PageSetup Setup, Actor? Actor, string Url, long Facts, IReadOnlyList<LatestRow> Latest);

/// <summary>What <c>/registrations/{id}</c> and <c>/plans/{id}</c> show.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Now">How it stands now.</param>
/// <param name="Shown">How it stood at the place that was asked for.</param>
/// <param name="AsOf">That place.</param>
/// <param name="Campaign">The name of a registration's campaign.</param>
/// <param name="Problem">What was wrong with the question.</param>
/// <param name="Readiness">How ready a plan was then; null of anything else, and at a version, which names no instant.</param>
public sealed record TimelineModel(PageSetup Setup, Actor Actor, TimelineKind Kind, Standing Now, Standing Shown, AsOf AsOf, string Campaign, string? Problem, ReadinessChecklist? Readiness)
{
    internal IReadOnlyList<RecordedEvent> Facts => Now.Facts;

    internal long Counted => Shown.Last.Version;

    internal string Path => $"{Kind.Path}/{Now.Id}";

    internal bool IsNow => AsOf is AsOf.Instant { EffectiveAt: null, RecordedAt: null };

    internal Moment? EffectiveAt => (AsOf as AsOf.Instant)?.EffectiveAt;

    internal Moment? RecordedAt => (AsOf as AsOf.Instant)?.RecordedAt;

    internal bool IsUnbroken => Facts.Index().All(one => one.Item.IsIntact() && one.Item.Envelope.PreviousDigest == (one.Index == 0 ? null : Facts[one.Index - 1].Envelope.Digest));

    internal string SliderText => $"{Shown.Last.Version} of {Facts.Count}: {PageWords.Status(Now.Thing.StatusAfter(Facts, Shown.Facts.Count)).ToLowerInvariant()}";

    internal string Heading => AsOf switch
    {
        AsOf.Version { Number: var number } => $"At version {number}",
        AsOf.Instant { EffectiveAt: { } effect, RecordedAt: { } known } => $"At {SpokenTime.Of(effect, Now.Zone)}, as known {SpokenTime.Of(known, Now.Zone)}",
        AsOf.Instant { EffectiveAt: { } effect } => $"At {SpokenTime.Of(effect, Now.Zone)}",
        AsOf.Instant { RecordedAt: { } known } => $"As known {SpokenTime.Of(known, Now.Zone)}",
        _ => "How it stands now",
    };
}

/// <summary>What <c>/plans</c> shows.</summary>
/// <param name="Merchant">Whose plans.</param>
/// <param name="Shop">The shop's name.</param>
/// <param name="List">Which of the two lists.</param>
/// <param name="Counts">How long both are.</param>
/// <param name="Plans">A page of it.</param>
/// <param name="Next">The cursor of the next page.</param>
/// <param name="Now">The moment of looking.</param>
public sealed record PlansModel(
    PageSetup Setup, Actor Actor, MerchantId Merchant, string Shop, PlanList List, PlanCounts Counts, IReadOnlyList<LivePlanRecord> Plans, string? Next, Moment Now)
{
    internal string Tab(PlanList list) => $"/plans?merchant={Merchant}&tab={(list == PlanList.Active ? "active" : "completed")}";

    internal string WordOf(LivePlanRecord plan) => plan.OutcomeAt(Now)?.ToString() ?? (plan.IsLive ? "LIVE" : $"{plan.StatusAt(Now)}");
}
