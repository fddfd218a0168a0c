using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Takes a session out of the campaign, for a reason (RREC-10).</summary>
public sealed record RemoveRegistration(RegistrationId Registration, PersonalText Reason) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Remove(Registration.Submitted state, RemoveRegistration command) => state switch
    {
        Registration.UnderReview or Registration.Approved => Record(state, new RegistrationRemovedByPlatform(command.Reason)),
        Registration.Expired { Why: Expiry.Removed } => Decision.AlreadySo,
        Registration.Rejected or Registration.Expired => Refuse(state, RegistrationRefusals.Terminal.Of()),
        _ => throw new UnreachableException(),
    };
}
