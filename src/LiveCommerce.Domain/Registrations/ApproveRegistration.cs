using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Takes a session into the campaign; it needs no assessed level (C31).</summary>
public sealed record ApproveRegistration(RegistrationId Registration) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Approve(Registration.Submitted state) => state switch
    {
        Registration.UnderReview review => Record(review, new RegistrationApproved()) with { Details = [StartOnTime(review.Session)] },
        Registration.Approved => Decision.AlreadySo,
        Registration.Rejected or Registration.Expired => Refuse(state, RegistrationRefusals.NotUnderReview.Of()),
        _ => throw new UnreachableException(),
    };

    // REG-13 is advice: it comes with the answer and is never enforced
    static Detail StartOnTime(RegisteredSession session) => new("start_on_time", session.EffectivePeriod.Start.ToString());
}
