using System.Buffers.Text;
using System.Security.Cryptography;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Campaigns;

/// <summary>Invitations to private campaigns (CAMP-06): the token is answered once and kept as a digest alone.</summary>
static class InvitationRoutes
{
    const int TokenBytes = 16;

    internal static void MapInvitations(this IEndpointRouteBuilder api)
    {
        var invitations = api.MapGroup("/campaigns/{campaign}/invitations").WithTags("Campaigns");
        invitations.MapPost("/", Issue).For<IssueInvitation>()
            .Writes("issueInvitation", "Issue an invitation; its token is in this answer and never again. Send it in the header Invitation", begins: true);
        invitations.MapPost("/{invitation}/revoke", Revoke).For<RevokeInvitation>().Writes("revokeInvitation", "Revoke an invitation");
    }

    static Task<IResult> Issue(PathId<CampaignId> campaign, Asked<IssueInvitationRequest> asked, CommandDoor door)
    {
        var id = NewId.Of<InvitationId>();
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var merchants = TextRules.Items(asked.Body.Merchants ?? [], "merchants", merchant => merchant).ToValueList();
        return door.Send(
            asked.With(new IssueInvitation(campaign.Value, id, Digest.Of(token), merchants)),
            id,
            new($"/v1/campaigns/{campaign.Value}/invitations", DoorProblems.CampaignNotVisible, answer => answer with { Token = token }));
    }

    static Task<IResult> Revoke(PathId<CampaignId> campaign, PathId<InvitationId> invitation, Asked<NoBody> asked, CommandDoor door) =>
        door.Send(asked.With(new RevokeInvitation(campaign.Value, invitation.Value)), invitation.Value, new(Invisible: DoorProblems.CampaignNotVisible));
}
