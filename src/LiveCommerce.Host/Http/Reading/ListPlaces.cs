using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;

namespace LiveCommerce.Host.Http.Reading;

/// <summary>Cursors, and what every route under a campaign asks first.</summary>
static class ListPlaces
{
    internal static string? ToCursor(this PagePlace? place) =>
        place is null ? null : PageRequest.Write(Numeral.Of(place.At.ToUnixMicroseconds()), place.Id.ToString("N"));

    internal static PagePlace? Place(this PageRequest page) =>
        page.Parts(2) is [var at, var id] ? new(PageRequest.Moment(at), PageRequest.Id(id)) : null;

    /// <summary>Answers 404 alike for what is not there and what the caller may not know of (CAMP-06).</summary>
    internal static async Task<LivestreamCampaign> See(this States states, CampaignId campaign, Caller caller, CancellationToken cancellation)
    {
        var state = await states.Ask(reads => reads.Of(LivestreamCampaign.At(campaign)), cancellation);
        return state.IsVisibleTo(caller.Actor, caller.InvitationDigest) ? state : throw new RequestRefusedException(DoorProblems.CampaignNotVisible);
    }
}
