using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What the original must fulfil when a registration is made from another one (RREC-13..15, C24, C26).</summary>
static class DuplicateRules
{
    internal static IEnumerable<Refusal> Broken(SubmitRegistration command, RegistrationContext context)
    {
        if (command.DuplicatedFrom is null) yield break;
        if (context.Original is not Registration.Submitted original || original.Session.Submission.Campaign != command.Campaign
            || !original.Session.IsVisibleTo(context.Actor))
        {
            yield return RegistrationRefusals.OriginalUnknown.Of("duplicatedFrom");
            yield break;
        }
        if (original.Session.Submission.Channel != RegistrationChannel.SellerCenter) yield return RegistrationRefusals.OriginalNotSellerCenter.Of("duplicatedFrom");
        if (original is Registration.Expired { Why: Expiry.Cancelled }) yield return RegistrationRefusals.Withdrawn.Of("duplicatedFrom");
    }
}
