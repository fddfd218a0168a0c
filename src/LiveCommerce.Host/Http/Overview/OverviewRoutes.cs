using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Overview;

/// <summary>The first page of LIVE Selling.</summary>
/// <param name="Experience">First time until an official account is linked (LS-03).</param>
/// <param name="AvailableOn">Where people find this page (LS-02, C45).</param>
/// <param name="Entry">The way there.</param>
/// <param name="OfficialAccount">The shop's official account.</param>
/// <param name="FirstTime">What comes first; null in the full experience.</param>
/// <param name="Campaigns">Where campaigns are found (CAMP-01).</param>
/// <param name="Full">The page itself; null in the first-time experience.</param>
sealed record OverviewView(
    SellerExperience Experience, IReadOnlyList<Surface> AvailableOn, IReadOnlyList<string> Entry, AccountId? OfficialAccount, FirstTimeView? FirstTime, CampaignEntries Campaigns, FullOverviewView? Full);

/// <summary>What a shop without an official account is shown (LS-04).</summary>
/// <param name="LinkOfficialAccount">Whether an account can be linked now; the platform links it.</param>
/// <param name="SuccessStories">What other sellers achieved.</param>
sealed record FirstTimeView(ActionAnswer LinkOfficialAccount, IReadOnlyList<SuccessStory> SuccessStories);

/// <summary>What a merchant sees first.</summary>
static class OverviewRoutes
{
    internal static void MapOverview(this IEndpointRouteBuilder api) =>
        api.MapGet("/overview", Read).WithTags("Overview").For(ActorRole.Merchant)
            .Reads<OverviewView>("readOverview", "Your experience of LIVE Selling: what to do first or next, and where things are (LS-02..04, LS-09, RA-01, CAMP-01)");

    static async Task<IResult> Read(Caller caller, OverviewReference reference, FullOverview full, States states, TimeProvider clock, CancellationToken cancellation)
    {
        var id = caller.Actor.Party is { Kind: PartyKind.Merchant } party ? MerchantId.From(party.Id) : throw new RequestRefusedException(DoorProblems.NotFound);
        var merchant = await states.Shop(id, cancellation);
        var experience = merchant.ExperienceOf();
        var first = experience == SellerExperience.FirstTime
            ? new FirstTimeView(ActionAnswer.Of([LinkAction.Of(merchant, clock.Now())]).Values.Single(), reference.SuccessStories)
            : null;
        var whole = experience == SellerExperience.Full ? await full.Of(id, clock.Now(), cancellation) : null;
        return new RecordResult<OverviewView>(new(experience, [Surface.SellerCenterPc], reference.Entry, merchant.OfficialAccount, first, reference.Campaigns, whole));
    }
}
