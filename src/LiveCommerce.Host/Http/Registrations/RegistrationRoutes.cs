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
        records.MapGet("/registrations", OfParty).Reads<Page<RegistrationView>>("listRegistrations", "Your registrations in all campaigns, the latest first; operators and auditors name the party");
        records.MapGet("/registrations/{registration}", Read).Reads<RegistrationView>("readRegistration", "One registration, with what you may do now");
        api.MapSubmission();
        api.MapReview();
        api.MapProducts();
        api.MapDuplicates();
    }

    static async Task<IResult> Read(PathId<RegistrationId> registration, Caller caller, States states, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.Now();
        var found = await states.Ask(reads => RegistrationView.Of(reads, registration.Value, caller, now), cancellation);
        return found.Value is { } view ? new RecordResult<RegistrationView>(view, view.Version) : throw new RequestRefusedException(DoorProblems.NotFound);
    }

    static async Task<IResult> OfCampaign(PathId<CampaignId> campaign, Caller caller, [AsParameters] RecordQuery asked, Listing listing, States states, CancellationToken cancellation)
    {
        await states.See(campaign.Value, caller, cancellation);
        var (whose, filter) = (PartyOf(asked.Party, caller), asked.ToFilter());
        return await listing.Page(caller, asked.ToPage(), (queries, now, page) => whose is null
            ? queries.InCampaign(campaign.Value, filter, now, page.Place(), page.Limit, cancellation)
            : queries.Of(whose, campaign.Value, filter, now, page.Place(), page.Limit, cancellation), cancellation);
    }

    static Task<IResult> OfParty(Caller caller, [AsParameters] RecordQuery asked, Listing listing, CancellationToken cancellation)
    {
        var whose = PartyOf(asked.Party, caller) ?? throw new RequestRefusedException(DoorProblems.Malformed, "party");
        var filter = asked.ToFilter();
        return listing.Page(caller, asked.ToPage(), (queries, now, page) => queries.Of(whose, null, filter, now, page.Place(), page.Limit, cancellation), cancellation);
    }

    /// <summary>Whose records are asked for: a party's own, unless an operator or auditor names one; null for everybody's.</summary>
    static Party? PartyOf(string? text, Caller caller) =>
        text is null ? caller.Actor.Party
        : !Json.PartyText.TryParse(text, out var party) ? throw new RequestRefusedException(DoorProblems.Malformed, "party")
        : caller.SeesAll || party == caller.Actor.Party ? party
        : throw new RequestRefusedException(DoorProblems.NotFound);

    /// <summary>Finds a page's registrations and looks at each as the caller may.</summary>
    internal sealed class Listing(RegistrationQueries queries, States states, TimeProvider clock)
    {
        internal async Task<IResult> Page(
            Caller caller, PageRequest page, Func<RegistrationQueries, Moment, PageRequest, Task<Postgres.Page<RegistrationShown>>> query, CancellationToken cancellation)
        {
            var now = clock.Now();
            var found = await query(queries, now, page);
            var views = await states.Ask(reads => All([.. found.Items.Select(shown => RegistrationView.Of(reads, shown.Record.Id, caller, now))]), cancellation);
            return new RecordResult<Page<RegistrationView>>(new(views, found.Next.ToCursor()));
        }

        static List<RegistrationView>? All(List<Found<RegistrationView>?> found) =>
            found.Contains(null) ? null : [.. found.Select(one => one!.Value).OfType<RegistrationView>()];
    }
}
