using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Records that the platform spoke with the party, which permits one modification (REG-12); always a new fact.</summary>
public sealed record ContactMerchant(RegistrationId Registration, PersonalText Note) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Contact(Registration.Submitted state, ContactMerchant command) => state switch
    {
        Registration.Open => Record(state, new MerchantContacted(command.Note)),
        Registration.Rejected or Registration.Expired => Refuse(state, RegistrationRefusals.Terminal.Of()),
        _ => throw new UnreachableException(),
    };
}
