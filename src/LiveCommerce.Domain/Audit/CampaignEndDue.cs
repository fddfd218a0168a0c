using LiveCommerce.Campaigns;
using LiveCommerce.Registrations;

namespace LiveCommerce.Audit;

/// <summary>From the campaign's end on what was open is expired, recorded or not; the end is the one that was known (C29).</summary>
static class CampaignEndDue
{
    internal static Due? Of(Registration state, AsOf.Instant asOf, Histories histories)
    {
        if (state is not Registration.Open open) return null;
        var known = asOf.Prefix(histories.Of(open.Session.Submission.Campaign.Value));
        if (known.Count == 0) return null;
        var (campaign, because) = AuditedState<LivestreamCampaign>.Deciding(LivestreamCampaign.Kind, known, Statuses.DecidedBy);
        return campaign is LivestreamCampaign.Published { End: var end } running && running.IsOver(asOf.JudgedAt)
            ? new(new RegistrationExpiredAtCampaignEnd(open is Registration.Approved ? RegistrationStatus.Approved : RegistrationStatus.UnderReview), end, because)
            : null;
    }
}
