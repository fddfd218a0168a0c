using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Assesses the session's level, to any level of the campaign (C30, C31).</summary>
public sealed record AssessLevel(RegistrationId Registration, string Level) : IRegistrationCommand;
