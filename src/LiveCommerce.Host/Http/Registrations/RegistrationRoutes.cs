using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>Records of registrations: of one campaign, of one party, and each one.</summary>
static class RegistrationRoutes
{
    internal static void MapRegistrations(this IEndpointRouteBuilder api)
    {
        var records = api.MapGroup("").WithTags("Registrations");
        records.MapGet("/campaigns/{campaign}/registrations", OfCampaign).Reads<Page<RegistrationView>>("listRegistrationsOfCampaign", "A campaign's registrations that you may see, the latest first (RREC-01, RREC-04)");
        records.MapGet("/registrations", OfParty).Reads<Page<RegistrationView>>("listRegistrations", "Your registrations in all campaigns, the latest first; operators and auditors see all, or those of one party");
        records.MapGet("/registrations/{registration}", Read).Reads<RegistrationView>("readRegistration", "One registration, with what you may do now");
        api.MapSubmission();
        api.MapReview();
    }

    static async Task<IResult> Read(PathId<RegistrationId> registration, Caller caller, States states, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.Now();
        var found = await states.Ask(reads => RegistrationView.Of(reads, registration.Value, caller, now), cancellation);
        return found.Value is { } view ? new RecordResult<RegistrationView>(view, view.Version) : throw new RequestRefusedException(DoorProblems.NotFound);
    }

    static async Task<IResult> OfCampaign(
        PathId<CampaignId> campaign, Caller caller, Listing listing, States states, CancellationToken cancellation,
        string? party = null, RegistrationStatus? status = null, RegistrationChannel? channel = null, string? cursor = null, int? limit = null)
    {
        await states.See(campaign.Value, caller, cancellation);
        return await listing.Page(caller, new(default, campaign.Value, null, PartyOf(party), status, channel), PageRequest.Of(cursor, limit), cancellation);
    }

    static Task<IResult> OfParty(
        Caller caller, Listing listing, CancellationToken cancellation,
        string? party = null, RegistrationStatus? status = null, RegistrationChannel? channel = null, string? cursor = null, int? limit = null) =>
        listing.Page(caller, new(default, null, null, PartyOf(party), status, channel), PageRequest.Of(cursor, limit), cancellation);

    static Party? PartyOf(string? text) =>
        text is null ? null : Json.PartyText.TryParse(text, out var party) ? party : throw new RequestRefusedException(DoorProblems.Malformed, "party");

    /// <summary>Finds a page's registrations and looks at each as the caller may.</summary>
    internal sealed class Listing(RegistrationList list, States states, TimeProvider clock)
    {
        internal async Task<IResult> Page(Caller caller, RegistrationFilter filter, PageRequest page, CancellationToken cancellation)
        {
            var now = clock.Now();
            filter = filter with { Now = now, SeenBy = caller.SeesAll ? null : caller.Actor.Party };
            var found = await list.Find(filter, page.Place(), page.Limit + 1, cancellation);
            var shown = found.Take(page.Limit).ToList();
            var views = await states.Ask(reads => All(shown.ConvertAll(place => RegistrationView.Of(reads, RegistrationId.From(place.Id), caller, now))), cancellation);
            return new RecordResult<Page<RegistrationView>>(new(views, found.Count > page.Limit ? shown[^1].ToCursor() : null));
        }

        static List<RegistrationView>? All(List<Found<RegistrationView>?> found) =>
            found.Contains(null) ? null : [.. found.Select(one => one!.Value).OfType<RegistrationView>()];
    }
}
