using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Campaigns;

/// <summary>Campaigns: from draft to end, and what people see of them.</summary>
static class CampaignRoutes
{
    const string Path = "/v1/campaigns";
    static readonly AnswerForm AboutCampaign = new(Invisible: DoorProblems.CampaignNotVisible);

    internal static void MapCampaigns(this IEndpointRouteBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapCampaignLists();
        campaigns.MapEligibility();
        campaigns.MapGet("/{campaign}", Read).Reads<CampaignView>("readCampaign", "A campaign with its phase and what you may do (CAMP-08..10)");
        campaigns.MapPost("/", Draft).For<DraftCampaign>().Writes("draftCampaign", "Draft a campaign", begins: true);
        campaigns.MapPut("/{campaign}", Change).For<ChangeCampaign>().Writes("changeCampaign", "Give a draft other terms");
        campaigns.MapPost("/{campaign}/publish", Publish).For<PublishCampaign>().Writes("publishCampaign", "Publish a draft; its terms do not change any more");
        campaigns.MapPost("/{campaign}/extend", Extend).For<ExtendCampaign>().Writes("extendCampaign", "Move the end of registration or of the campaign to a later instant");
        campaigns.MapPost("/{campaign}/end", End).For<EndCampaign>().Writes("endCampaign", "End a campaign before its time");
    }

    static Task<IResult> Draft(Asked<CampaignTermsRequest> asked, CommandDoor door)
    {
        var id = NewId.Of<CampaignId>();
        return door.Send(asked.With(new DraftCampaign(id, asked.Body.ToTerms())), id, new(Path));
    }

    static Task<IResult> Change(PathId<CampaignId> campaign, Asked<CampaignTermsRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new ChangeCampaign(campaign.Value, asked.Body.ToTerms())), campaign.Value, AboutCampaign);

    static Task<IResult> Publish(PathId<CampaignId> campaign, Asked<NoBody> asked, CommandDoor door) =>
        door.Send(asked.With(new PublishCampaign(campaign.Value)), campaign.Value, AboutCampaign);

    static Task<IResult> Extend(PathId<CampaignId> campaign, Asked<ExtendCampaignRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new ExtendCampaign(campaign.Value, asked.Body.RegistrationEnd, asked.Body.PeriodEnd)), campaign.Value, AboutCampaign);

    static Task<IResult> End(PathId<CampaignId> campaign, Asked<EndCampaignRequest> asked, CommandDoor door)
    {
        var reason = asked.Seal(campaign.Value.Value, "reason", asked.Body.Reason, TextLimits.Reason);
        return door.Send(asked.With(new EndCampaign(campaign.Value, reason), reason), campaign.Value, AboutCampaign);
    }

    static async Task<IResult> Read(PathId<CampaignId> campaign, Caller caller, States states, TimeProvider clock, CancellationToken cancellation)
    {
        await states.See(campaign.Value, caller, cancellation);
        var now = clock.Now();
        var view = await states.Ask(reads => CampaignView.Of(reads, campaign.Value, caller, now), cancellation);
        return new RecordResult<CampaignView>(view, view.Version);
    }
}
