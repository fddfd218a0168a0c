using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>A registration form that is filled in with another registration's information (RREC-13).</summary>
/// <param name="Campaign">The campaign: send the form to its registrations.</param>
/// <param name="Form">The body to send, after whatever change.</param>
/// <param name="Used">How many of its registrations the party has used in the campaign.</param>
/// <param name="Remaining">How many it has left (RREC-15).</param>
sealed record DuplicateView(CampaignId Campaign, RegisterRequest Form, int Used, int Remaining);

/// <summary>Registering once more what was registered before.</summary>
static class DuplicateRoutes
{
    internal static void MapDuplicates(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/registrations/{registration}").WithTags("Registrations");
        one.MapGet("/duplicate", Prefill).For<SubmitRegistration>().Reads<DuplicateView>("readDuplicateForm", "The form of the same campaign, filled in with this registration's information (RREC-13..15)");
        one.MapPost("/duplicates", Duplicate).For<DuplicateSeries>().Writes("duplicateSeries", "Register this session's information once more in each of 1 to 100 live periods, all or none; a dry run shows each (BEY-11)");
    }

    static async Task<IResult> Duplicate(PathId<RegistrationId> registration, Asked<DuplicateSeriesRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (state, _) = await states.See(registration.Value, new(asked.Actor, asked.InvitationDigest), cancellation);
        var number = 0;
        // ids follow from the command's, so that the same request asked twice means the same sessions
        var sessions = TextRules.Items(asked.Body.LivePeriods, "livePeriods", period => new SeriesSession(
            RegistrationId.From(DerivedId.Of(asked.CommandId, $"registration/{number++}")), period), TextLimits.Details);
        var opsName = asked.Actor.IsPlatform ? asked.SealOptional(SubmissionRoute.SubjectOf(asked.Actor), "opsName", asked.Body.OpsName, TextLimits.Name) : null;
        var envelope = asked.With(new DuplicateSeries(registration.Value, sessions.ToValueList(), asked.InvitationDigest, opsName));
        if (asked.Actor.IsPlatform) envelope = envelope with { OnBehalfOf = state.Session.Submission.Party, Channel = state.Session.Submission.Channel.ToString() };
        return await door.Send(envelope, registration.Value, new(Invisible: DoorProblems.CampaignNotVisible));
    }

    static async Task<IResult> Prefill(PathId<RegistrationId> registration, Caller caller, States states, TimeProvider clock, CancellationToken cancellation)
    {
        var (state, _) = await states.See(registration.Value, caller, cancellation);
        var context = new DecisionContext(clock.Now(), caller.Actor);
        var decision = await states.Ask(reads => DuplicateAction.Ask(reads, state.Session, context, caller.InvitationDigest), cancellation);
        if (decision.Outcome == Outcome.NotVisible) throw new RequestRefusedException(DoorProblems.CampaignNotVisible);
        if (decision.Refusals.Count > 0) return new ProblemResult(Problem.Of(decision.Refusals));
        var used = ((RegistrationSubmitted)decision.Facts[0].Body).SlotNumber - 1; // the duplicate itself is not registered yet
        return new RecordResult<DuplicateView>(new(
            state.Session.Submission.Campaign, FormOf(DuplicateAction.Prefill(state.Session, caller.Actor, registration.Value)), used, RegistrationPolicy.Cap - used));
    }

    static RegisterRequest FormOf(SubmitRegistration filled) => new(
        filled.Form.WillingnessLevels, filled.Form.LivePeriod, filled.Form.MainCategory, filled.Form.WhiteBackgroundImage, filled.Form.BrandLogo,
        filled.Form.PlatformMerchandiseSupport, filled.Form.Notes?.Value, filled.Account, filled.Entry, filled.DuplicatedFrom,
        filled.OnBehalfOf is { } other ? new(other.Party, other.Channel, other.Account) : null);
}
