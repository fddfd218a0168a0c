using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Withdraws a registration while it is under review, in its own channel and confirmed (RREC-11, RREC-12).</summary>
public sealed record CancelRegistration(RegistrationId Registration, bool Confirmed) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Cancel(Registration.Submitted state, CancelRegistration command, Actor actor)
    {
        var inItsChannel = Applicant.ChannelOf(actor) == state.Session.Submission.Channel;
        if (inItsChannel && state is Registration.Expired { Why: Expiry.Cancelled }) return Decision.AlreadySo;
        var refusals = CancelRules(state, command, inItsChannel).ToArray();
        return refusals.Length > 0 ? Refuse(state, refusals) : Record(state, new RegistrationCancelled(state.Session.Submission.Channel));
    }

    static IEnumerable<Refusal> CancelRules(Registration.Submitted state, CancelRegistration command, bool inItsChannel)
    {
        if (!inItsChannel) yield return RegistrationRefusals.WrongChannel.Of();
        if (!IsUnderReview(state)) yield return RegistrationRefusals.CannotWithdraw.Of();
        if (!command.Confirmed) yield return RegistrationRefusals.ConfirmationRequired.Of("confirmed");
    }

    static bool IsUnderReview(Registration.Submitted state) => state switch
    {
        Registration.UnderReview => true,
        Registration.Approved or Registration.Rejected or Registration.Expired => false,
        _ => throw new UnreachableException(),
    };
}
