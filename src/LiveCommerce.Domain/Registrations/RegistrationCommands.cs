using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>A command about a registration.</summary>
public interface IRegistrationCommand : ICommand
{
    /// <summary>The registration it is about.</summary>
    RegistrationId Registration { get; }

    StreamRef ICommand.Target => Registrations.Registration.At(Registration);
}

/// <summary>For whom an operator acts (RREC-17); parties never send it.</summary>
/// <param name="Party">The merchant or the creator represented.</param>
/// <param name="Channel">The channel that the registration shall belong to.</param>
/// <param name="Account">The account that goes LIVE.</param>
/// <param name="OpsName">The operator's name, shown to the party.</param>
public sealed record OnBehalfOf(Party Party, RegistrationChannel Channel, AccountId Account, PersonalText? OpsName);
