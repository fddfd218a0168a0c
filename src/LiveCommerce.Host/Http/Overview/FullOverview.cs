using LiveCommerce.Kernel;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Overview;

/// <summary>The overview of a shop with its official account, from top to bottom (LS-09).</summary>
/// <param name="Sections">The sections in their order, with where each one's data is read.</param>
/// <param name="Tabs">The other tabs.</param>
/// <param name="Recommendations">What to do next: what is still to be done first (RA-01).</param>
/// <param name="Shortcuts">What one click leads to (RA-05).</param>
/// <param name="Plans">How long the lists of plans at the bottom are (PLAN-18).</param>
sealed record FullOverviewView(
    IReadOnlyList<OverviewSection> Sections, IReadOnlyList<OverviewSection> Tabs, IReadOnlyList<Recommendation> Recommendations, IReadOnlyList<GuideLink> Shortcuts, PlanCounts Plans);

/// <summary>A part of the overview.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Where its data is read; null where this host does not serve it.</param>
sealed record OverviewSection(string Name, string? Path);

/// <summary>Puts the overview together.</summary>
sealed class FullOverview(PlanQueries plans, RegistrationQueries registrations, TeaserQueries teasers, LiveGuide guide)
{
    static readonly OverviewSection[] Sections =
        [new("LIVE Performance Recap", null), new("Recommendation Action", "/v1/overview"), new("Create LIVE Plan", "/v1/plans/form"), new("LIVE plans", "/v1/plans?tab=active")];

    static readonly OverviewSection[] Tabs = [new("Manage Teaser", "/v1/teasers"), new("Get Inspired", null)];

    internal async Task<FullOverviewView> Of(MerchantId merchant, Moment now, CancellationToken cancellation)
    {
        var taken = new ActionsTaken(await HasPosted(merchant, cancellation), await HasRegistered(merchant, now, cancellation), HasJoinedMission: false); // what nobody keeps here was not taken here
        return new(Sections, Tabs, LiveCommerce.Sellers.Recommendations.Of(taken), guide.Shortcuts, await plans.Count(merchant, now, cancellation));
    }

    async Task<bool> HasPosted(MerchantId merchant, CancellationToken cancellation) =>
        (await teasers.Of(merchant, TeaserStatus.Posted, limit: 1, cancellation: cancellation)).Items.Count > 0;

    async Task<bool> HasRegistered(MerchantId merchant, Moment now, CancellationToken cancellation)
    {
        foreach (var status in (RegistrationStatus[])[RegistrationStatus.UnderReview, RegistrationStatus.Approved])
            if ((await registrations.Of(Party.Of(merchant), null, new(status), now, limit: 1, cancellation: cancellation)).Items.Count > 0) return true;
        return false;
    }
}
