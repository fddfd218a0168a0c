using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Takes a session into the campaign.</summary>
public sealed record ApproveRegistration(RegistrationId Registration) : IRegistrationCommand;
