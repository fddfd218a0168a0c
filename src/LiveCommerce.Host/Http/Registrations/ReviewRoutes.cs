using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>What is done with a registration: by the platform (RREC-17), and its withdrawal by the party (RREC-11).</summary>
static class ReviewRoutes
{
    internal static void MapReview(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/registrations/{registration}").WithTags("Registrations");
        one.MapPost("/approve", Approve).For<ApproveRegistration>().Writes("approveRegistration", "Take the session into the campaign");
        one.MapPost("/reject", Reject).For<RejectRegistration>().Writes("rejectRegistration", "Refuse the session, for a reason (RREC-09)");
        one.MapPost("/remove", Remove).For<RemoveRegistration>().Writes("removeRegistration", "Take the session out of the campaign, for a reason (RREC-10)");
        one.MapPost("/level", Assess).For<AssessLevel>().Writes("assessLevel", "Assess the session's level (C30, C31)");
        one.MapPost("/contacts", Contact).For<ContactMerchant>().Writes("contactMerchant", "Record that the party was spoken with; permits one modification (REG-12)");
        one.MapPost("/live-period", Modify).For<ModifyLivePeriod>().Writes("modifyLivePeriod", "Give the session another live period after contact (C32, C33)");
        one.MapPost("/cancel", Cancel).For<CancelRegistration>()
            .Writes("cancelRegistration", "Withdraw while under review, in the channel it was registered in, confirmed (RREC-11, RREC-12)");
    }

    static Task<IResult> Approve(PathId<RegistrationId> registration, Asked<NoBody> asked, CommandDoor door) =>
        door.Send(asked.With(new ApproveRegistration(registration.Value)), registration.Value);

    static Task<IResult> Assess(PathId<RegistrationId> registration, Asked<AssessRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new AssessLevel(registration.Value, TextRules.Required(asked.Body.Level, "level", TextLimits.Code))), registration.Value);

    static Task<IResult> Cancel(PathId<RegistrationId> registration, Asked<CancelRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new CancelRegistration(registration.Value, asked.Body.Confirmed)), registration.Value);

    static async Task<IResult> Reject(PathId<RegistrationId> registration, Asked<ReasonRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var reason = asked.Seal(await SubjectOf(registration, states, cancellation), "reason", asked.Body.Reason, TextLimits.Reason);
        return await door.Send(asked.With(new RejectRegistration(registration.Value, reason), reason), registration.Value);
    }

    static async Task<IResult> Remove(PathId<RegistrationId> registration, Asked<ReasonRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var reason = asked.Seal(await SubjectOf(registration, states, cancellation), "reason", asked.Body.Reason, TextLimits.Reason);
        return await door.Send(asked.With(new RemoveRegistration(registration.Value, reason), reason), registration.Value);
    }

    static async Task<IResult> Contact(PathId<RegistrationId> registration, Asked<ContactRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var note = asked.Seal(await SubjectOf(registration, states, cancellation), "note", asked.Body.Note, TextLimits.Notes);
        return await door.Send(asked.With(new ContactMerchant(registration.Value, note)), registration.Value);
    }

    static async Task<IResult> Modify(PathId<RegistrationId> registration, Asked<ModifyPeriodRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var reason = asked.SealOptional(await SubjectOf(registration, states, cancellation), "overrideReason", asked.Body.OverrideReason, TextLimits.Reason);
        return await door.Send(asked.With(new ModifyLivePeriod(registration.Value, asked.Body.LivePeriod, reason), reason), registration.Value);
    }

    static async Task<Guid> SubjectOf(PathId<RegistrationId> registration, States states, CancellationToken cancellation) =>
        (await states.PartyOf(registration.Value, cancellation)).Id;
}
