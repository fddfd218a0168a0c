using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>Registering a LIVE session: merchants in Seller Center, creators in LIVE Manager, operators on behalf of either.</summary>
static class SubmissionRoute
{
    /// <summary>Whom an operator's name is about: the operator, known by an opaque id alone.</summary>
    static readonly Guid Operators = new("0b7a4f4e-0d5c-5b57-8f1e-3c1f6f0f7a52");

    internal static void MapSubmission(this IEndpointRouteBuilder api) =>
        api.MapPost("/campaigns/{campaign}/registrations", Register).WithTags("Registrations")
            .For<SubmitRegistration>()
            .Writes("register", "Register a LIVE session for a campaign (REG-01..11)", begins: true);

    static Task<IResult> Register(PathId<CampaignId> campaign, Asked<RegisterRequest> asked, CommandDoor door)
    {
        var id = NewId.Of<RegistrationId>();
        var body = asked.Body;
        var behalf = body.OnBehalfOf;
        var represented = asked.Actor.IsPlatform ? behalf?.Party : null; // from anybody else it is refused, and nothing is filed under the party named
        var subject = (represented ?? asked.Actor.Party)?.Id ?? campaign.Value.Value;
        var command = new SubmitRegistration(
            id,
            campaign.Value,
            body.ToForm(asked.SealOptional(subject, "notes", body.Notes, TextLimits.Notes)),
            body.Account,
            body.Entry,
            asked.InvitationDigest,
            body.DuplicatedFrom,
            behalf is null ? null : new(behalf.Party, behalf.Channel, behalf.Account, OpsName(asked, behalf)));
        var envelope = asked.With(command);
        if (represented is not null) envelope = envelope with { OnBehalfOf = represented, Channel = envelope.Channel ?? behalf?.Channel.ToString() };
        return door.Send(envelope, id, new("/v1/registrations", DoorProblems.CampaignNotVisible));
    }

    internal static Guid SubjectOf(Actor operating) => DerivedId.Of(Operators, operating.UserId);

    static PersonalText? OpsName(Asked<RegisterRequest> asked, OnBehalfOfRequest behalf) =>
        asked.SealOptional(SubjectOf(asked.Actor), "onBehalfOf.opsName", behalf.OpsName, TextLimits.Name);
}
