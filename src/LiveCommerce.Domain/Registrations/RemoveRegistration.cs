using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Takes a session out of the campaign, for a reason (RREC-10).</summary>
public sealed record RemoveRegistration(RegistrationId Registration, PersonalText Reason) : IRegistrationCommand;
