using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>A registration as it stands.</summary>
sealed record RegistrationAt(Registration.Submitted State, long Version);

/// <summary>Finds the registration that a request is about; what the caller may not see is not there.</summary>
static class RegistrationSight
{
    internal static async Task<RegistrationAt> See(this States states, RegistrationId registration, Caller caller, CancellationToken cancellation)
    {
        var found = await states.Ask(reads => Find(reads, registration), cancellation);
        return found.Value is { } at && at.State.Session.IsVisibleTo(caller.Actor) ? at : throw new RequestRefusedException(DoorProblems.NotFound);
    }

    /// <summary>Whom a text about a registration is about: its party, which never changes. Who may write it is decided later.</summary>
    internal static async Task<Party> PartyOf(this States states, RegistrationId registration, CancellationToken cancellation) =>
        (await states.Ask(reads => Find(reads, registration), cancellation)).Value is { } at ? at.State.Session.Submission.Party : throw new RequestRefusedException(DoorProblems.NotFound);

    static Found<RegistrationAt>? Find(LoadedStates reads, RegistrationId registration) => reads.Of(Registration.At(registration)) switch
    {
        null => null,
        Registration.Submitted state => new(new RegistrationAt(state, reads.VersionOf(registration.Value))),
        _ => Found<RegistrationAt>.Nothing,
    };
}
