using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Refuses a session, for a reason (RREC-09).</summary>
public sealed record RejectRegistration(RegistrationId Registration, PersonalText Reason) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Reject(Registration.Submitted state, RejectRegistration command) => state switch
    {
        Registration.UnderReview => Record(state, new RegistrationRejected(command.Reason)),
        Registration.Rejected rejected when rejected.Reason.SaysTheSameAs(command.Reason) => Decision.AlreadySo,
        Registration.Approved or Registration.Rejected or Registration.Expired => Refuse(state, RegistrationRefusals.NotUnderReview.Of()),
        _ => throw new UnreachableException(),
    };
}
